/** As many as are typed from paper: enough that nobody types them from the screen, few enough to be typed. */
const HIDDEN = 2;
const GROUPS = 8;

/** Places of the groups that are not shown, from 1, in order; other ones each time. */
export function hiddenGroups(random: () => number): number[] {
  const places = Array.from({ length: GROUPS }, (_, at) => at + 1);
  while (places.length > HIDDEN) places.splice(Math.floor(random() * places.length), 1);
  return places;
}
