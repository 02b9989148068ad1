/**
 * Conditions for `scopeValues`: `value` is the parameter, such as `?3`, that holds the units or the phase.
 */

/** @param unit column of a unit's surrogate */
export const inUnits = (unit: string, value: string): string =>
  `(${value} IS NULL OR ifnull(${unit}, 0) IN (SELECT value FROM json_each(${value})))`;

/** @param phase column that names a phase */
export const ofPhase = (phase: string, value: string): string =>
  `(${value} IS NULL OR ifnull(${phase} IN (SELECT value FROM json_each(${value}, '$.ids')), 0) = (${value} ->> '$.within'))`;

/** @param day column of a day */
export const inPhase = (day: string, value: string): string =>
  `(${value} IS NULL OR EXISTS (SELECT 1 FROM json_each(${value}, '$.spans') AS span
    WHERE ${day} BETWEEN span.value ->> '$.from' AND span.value ->> '$.until') = (${value} ->> '$.within'))`;

/**
 * Place, from 0 on, of the first of the days of a trend that a day has come by; days behind the last have places
 * behind theirs.
 * @param first parameter that holds the first of them
 */
export const placeOf = (day: string, first: string): string =>
  `(CAST(max(0, julianday(${day}) - julianday(${first}) + 6) AS INTEGER) / 7)`;
