import { create } from 'qrcode';
import type { FormPicture } from '../../shared/contract/forms.ts';

/** ISO/IEC 18004: four light modules on every side. */
const QUIET_ZONE = 4;

/** By which a sheet that comes back says whose session it is; the import of sheets looks for it. */
export function sessionCodeText(session: string): string {
  return `JYZD-S:${session}`;
}

/** The session's number as a QR code, so that a sheet that comes back is matched without typing. */
export function sessionCode(session: string): FormPicture {
  const text = sessionCodeText(session);
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const quiet = '0'.repeat(QUIET_ZONE);
  const line = (row: number) =>
    `${quiet}${Array.from(data.slice(row * size, (row + 1) * size), (dark) => (dark ? '1' : '0')).join('')}${quiet}`;
  const border = Array.from({ length: QUIET_ZONE }, () => '0'.repeat(size + 2 * QUIET_ZONE));
  const lines = Array.from({ length: size }, (_, row) => line(row));
  return { text, alt: '场次二维码', side: 28, modules: [...border, ...lines, ...border] };
}
