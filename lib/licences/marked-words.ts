/** Words of a snippet, marked or not. */
export interface MarkedWords {
  text: string
  isMarked: boolean
}

/** Stand around marked words on their way from the database: no text has them, since they mean nothing anywhere. */
export const MARK_START = '\ue000'
export const MARK_END = '\ue001'

/** Reads a snippet whose marked words stand between the two signs. */
export function markedWords(snippet: string): MarkedWords[] {
  return snippet
    .split(MARK_START)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isMarked: false }]
      const [marked = '', ...rest] = part.split(MARK_END)
      return [
        { text: marked, isMarked: true },
        { text: rest.join(''), isMarked: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
