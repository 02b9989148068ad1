// Node's own flags for a process that holds the core. On a machine with much memory Node lets its young generations
// grow to 64 MB each: that takes 100 MB more for a folder of bundles, and saves 3 % of the time.
export const CORE_FLAGS = ['--max-semi-space-size=8'];
