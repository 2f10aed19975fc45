const HERE = 'http://here.invalid'

/**
 * A path of this site out of whatever was asked for; anything a browser would read as another site becomes `/`. It is read
 * the way browsers read it: `//host`, `/\host` and a tab or line break between the slashes all leave the site.
 */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, HERE)) return '/'
  const url = new URL(to, HERE)
  const path = url.pathname + url.search + url.hash
  // `/.//host` stays here when read, but what comes out begins with two slashes and would leave when read again.
  return url.origin === HERE && !path.startsWith('//') ? path : '/'
}
