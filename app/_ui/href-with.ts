type Params = URLSearchParams | Record<string, string | string[] | undefined>

/**
 * The same address with some parameters changed; null takes one away. Another view starts at its first page. What the path itself
 * asks for stays.
 */
export function hrefWith(path: string, params: Params, changes: Record<string, string | null>): string {
  const next = new URLSearchParams()
  const entries: [string, string][] =
    params instanceof URLSearchParams
      ? [...params]
      : Object.entries(params).flatMap(([name, value]) =>
          [value ?? []].flat().map((one): [string, string] => [name, one]),
        )
  for (const [name, value] of entries) {
    const startsOver = (name === 'page' || name === 'cursor') && !(name in changes)
    if (!(name in changes) && !startsOver) next.append(name, value)
  }
  for (const [name, value] of Object.entries(changes)) if (value !== null) next.append(name, value)
  const query = next.toString()
  return query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`
}
