// Loaded with --require into a process that must not outlive the one that started it. A parent killed with
// SIGKILL cannot pass anything on, but its end of the ipc channel closes. CommonJS, because --import does not
// exist in every Node 18. Grandchildren that inherit the option have another parent and are left alone.
const { channel, env, ppid } = process;

if (channel && env.LEAVE_WITH_PARENT === String(ppid)) {
  delete env.LEAVE_WITH_PARENT;
  process.once('disconnect', () => process.exit(1));
  channel.unref();
}
