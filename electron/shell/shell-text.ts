/** The sentences and words that the shell shows; they stand in renderer/text and are handed in by main.ts. */
export interface ShellText {
  readonly title: string;
  /** The core cannot be kept running. */
  readonly coreLost: { readonly title: string; readonly sentence: string };
  /** The window is to close while the page holds text that was not saved. */
  readonly unsaved: { readonly sentence: string; readonly stay: string; readonly leave: string };
  readonly menu: MenuText;
}

export interface MenuText {
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly window: string;
  readonly minimize: string;
  readonly close: string;
}
