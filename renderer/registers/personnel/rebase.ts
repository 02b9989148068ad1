/**
 * What was typed, put upon what somebody else saved meanwhile: only the fields that were changed here count.
 * @param opened the record as this form was opened with
 */
export function rebased<Values extends object>(typed: Values, opened: Values, theirs: Values): Values {
  const names = Object.keys(typed) as (keyof Values)[];
  const changed = names.filter((name) => typed[name] !== opened[name]);
  return { ...theirs, ...Object.fromEntries(changed.map((name) => [name, typed[name]])) };
}
