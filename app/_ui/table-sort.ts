export interface Sort {
  id: string
  isDescending: boolean
}

/** Reads `releaseOn` or `-releaseOn`; undefined when nothing is asked for. */
export function parseSort(text: string): Sort | undefined {
  const id = text.replace(/^-/, '')
  return id === '' ? undefined : { id, isDescending: text.startsWith('-') }
}

/** What pressing a header asks for next. */
export function nextSort(current: Sort | undefined, id: string, isDescendingFirst: boolean): string {
  const isDescending = current?.id === id ? !current.isDescending : isDescendingFirst
  return isDescending ? `-${id}` : id
}
