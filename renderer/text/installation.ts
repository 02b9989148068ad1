/** What every screen, print and command says of its installation, for as long as it is so. */
export function installationNotes(installation: {
  readonly demo: boolean;
  readonly singleAccount: boolean;
  readonly recoveryConfirmed: boolean;
}): string[] {
  return [
    ...(installation.demo ? ['演示安装：全部数据均为虚构，不得用于正式上报。'] : []),
    ...(installation.singleAccount ? ['单账户安装：录入、审核、管理由同一账户办理，没有第二人审核。'] : []),
    ...(installation.recoveryConfirmed
      ? []
      : ['恢复码未验证：请抄录恢复码，再用 recovery confirm 回填核验。']),
  ];
}
