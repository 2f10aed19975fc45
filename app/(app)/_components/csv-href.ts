/** A small CSV file inside its own link, so that the figures of a drawing can be taken along as they are drawn. */
export function csvHref(csv: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`
}
