import './key-sheet.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { create } from 'qrcode';
import { useIdentity } from '../../state/session.ts';
import { keyText } from '../../text/exchange-keys.ts';
import { fingerprintWords } from '../../text/fingerprint-words.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { exchangeQueries } from './exchange-queries.ts';

/** One page of paper by which the other side knows that the key file is ours. */
export function KeySheetDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      wide
      title={keyText.sheet}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" onClick={() => window.print()}>
            {keyText.sheetPrint}
          </Button>
        </>
      }
    >
      <KeySheet />
    </Dialog>
  );
}

function KeySheet() {
  const { name, code, role, demo, today } = useIdentity();
  const own = useQuery(exchangeQueries.ownKeys());
  const fields = keyText.sheetFields;
  if (!own.data) return null;
  const { fingerprint, number, createdAt } = own.data;
  return (
    <article className="key-sheet">
      <h2>{keyText.sheetTitle}</h2>
      <div className="key-sheet-head">
        <dl className="pairs">
          <dt>{fields.name}</dt>
          <dd>{name}</dd>
          <dt>{fields.code}</dt>
          <dd className="mono">{code}</dd>
          <dt>{fields.role}</dt>
          <dd>{keyText.sheetRoles[role]}</dd>
          <dt>{fields.number}</dt>
          <dd>{keyText.sheetNumber(number, keyText.paperDay(createdAt.slice(0, 10)))}</dd>
          <dt>{fields.day}</dt>
          <dd>{keyText.paperDay(today)}</dd>
          {demo && <dt>{fields.demo}</dt>}
          {demo && <dd>{keyText.sheetDemo}</dd>}
        </dl>
        <FingerprintCode fingerprint={fingerprint} />
      </div>
      <FingerprintTable fingerprint={fingerprint} />
      <ol className="key-sheet-steps">
        {keyText.sheetSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="key-sheet-signs">
        {keyText.sheetSigns.map((sign) => (
          <span key={sign}>{sign}</span>
        ))}
      </div>
    </article>
  );
}

function FingerprintTable({ fingerprint }: { readonly fingerprint: string }) {
  const groups = fingerprint.split(' ').map((digits, at) => ({ digits, name: keyText.group(at + 1) }));
  const words = fingerprintWords(fingerprint);
  return (
    <table className="key-sheet-groups">
      <thead>
        <tr>
          <td />
          {groups.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{keyText.digits}</th>
          {groups.map(({ name, digits }) => (
            <td key={name} className="mono">
              {digits}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{keyText.words}</th>
          {groups.map(({ name }, at) => (
            <td key={name}>{words[at]}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** ISO/IEC 18004: four light modules on every side. */
const QUIET_ZONE = 4;

function FingerprintCode({ fingerprint }: { readonly fingerprint: string }) {
  const text = `JYZD-K:${fingerprint.replaceAll(' ', '')}`;
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data, (bit, at) =>
    bit ? `M${(at % size) + QUIET_ZONE} ${Math.floor(at / size) + QUIET_ZONE}h1v1h-1z` : '',
  ).join('');
  const side = size + 2 * QUIET_ZONE;
  return (
    <svg
      className="key-sheet-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={keyText.code}
      shapeRendering="crispEdges"
    >
      <path d={dark} fill="#000" />
    </svg>
  );
}
