/** mm in a typographic point, and pixels of 1/96 inch in a mm. */
export const MM_PER_POINT = 25.4 / 72;
export const PIXELS_PER_MM = 96 / 25.4;

const HALF_WIDTH = /[\u0020-\u00ff\u2010-\u2027]/;

/** Ems: a Chinese character takes one, a Latin letter or a digit a little over half. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += HALF_WIDTH.test(character) ? 0.6 : 1;
  return ems;
}

/** How many lines a text takes in a width (mm) at a size (points). */
export function linesOf(text: string, width: number, points: number): number {
  const room = roomOf(width, points);
  return text
    .split('\n')
    .map((line) => Math.max(Math.ceil(emsOf(line) / room), 1))
    .reduce((sum, lines) => sum + lines, 0);
}

/** A text in pieces of at most so many lines, cut between characters where a line ends. */
export function piecesOf(text: string, width: number, points: number, most: number): string[] {
  const room = roomOf(width, points);
  const pieces: string[] = [];
  let [piece, lines, ems] = ['', 1, 0];
  for (const character of text) {
    const wide = character === '\n' ? room : emsOf(character);
    const isNext = character === '\n' || ems + wide > room;
    if (isNext && lines === most) {
      pieces.push(piece);
      [piece, lines, ems] = [character === '\n' ? '' : character, 1, character === '\n' ? 0 : wide];
      continue;
    }
    piece += character;
    if (isNext) lines++;
    ems = character === '\n' ? 0 : isNext ? wide : ems + wide;
  }
  return [...pieces, piece];
}

/** Ems that a line has. */
function roomOf(width: number, points: number): number {
  return Math.max(Math.floor((width / (points * MM_PER_POINT)) * 20) / 20, 1);
}
