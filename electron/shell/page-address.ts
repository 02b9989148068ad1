/** Where the page stands: a scheme of its own, which no other program and no web page can reach. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'ledger';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`;

/** Whether this is the page itself; what stands behind the # is the page's own affair. */
export function isPage(url: string): boolean {
  return url.replace(/#.*$/s, '') === PAGE_ADDRESS;
}

/** Whether this is the page or one of its files. */
export function isOfPage(url: string): boolean {
  return url.startsWith(PAGE_ADDRESS);
}

/** Whether the page itself made this file, in memory. */
export function isMadeByPage(url: string): boolean {
  return url.startsWith(`blob:${PAGE_ADDRESS}`);
}
