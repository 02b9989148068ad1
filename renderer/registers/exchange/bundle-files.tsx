import { importText } from '../../text/exchange-page.ts';

const ENDING = '.jyzd';

/** Files, a whole folder, or files dropped from the file manager; what is no bundle is left alone. */
export function BundleFiles({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const choose = (list: FileList | null) => {
    const all = [...(list ?? [])];
    const bundles = all.filter(({ name }) => name.toLowerCase().endsWith(ENDING));
    if (all.length > 0) onChoose(bundles.length > 0 ? bundles : all);
  };
  return (
    <section
      className="import-drop"
      aria-label={importText.steps[0]}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        choose(event.dataTransfer.files);
      }}
    >
      <div className="field">
        <label htmlFor="bundle-files">{importText.choose}</label>
        <input
          id="bundle-files"
          type="file"
          multiple
          accept={ENDING}
          onChange={({ target }) => choose(target.files)}
        />
      </div>
      <div className="field">
        <label htmlFor="bundle-folder">{importText.chooseFolder}</label>
        <input
          id="bundle-folder"
          type="file"
          {...{ webkitdirectory: '' }}
          onChange={({ target }) => choose(target.files)}
        />
      </div>
      <p className="secondary">{importText.drop}</p>
    </section>
  );
}
