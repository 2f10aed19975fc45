/** The migrated database that test databases are cloned from. */
export const TEMPLATE = 'weighbridge_template'

/** The same server's URL for another of its databases. */
export function withDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
