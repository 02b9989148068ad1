import { importText } from '../../text/exchange-page.ts';
import { FileButton } from '../../ui/file-button.tsx';

const ENDING = '.jyzd';

/** Files, a whole folder, or files dropped from the file manager; what is no bundle is left alone. */
export function BundleFiles({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const choose = (all: readonly File[]) => {
    const bundles = all.filter(({ name }) => name.toLowerCase().endsWith(ENDING));
    onChoose(bundles.length > 0 ? bundles : all);
  };
  return (
    <section
      className="import-drop"
      aria-label={importText.steps[0]}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer.files.length > 0) choose([...event.dataTransfer.files]);
      }}
    >
      <div className="import-choices">
        <FileButton label={importText.choose} accept={ENDING} multiple primary onChoose={choose} />
        <FileButton label={importText.chooseFolder} folder onChoose={choose} />
      </div>
      <p className="secondary">{importText.drop}</p>
    </section>
  );
}
