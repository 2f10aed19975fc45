const [QUOTE, BACKSLASH] = [34, 92]
const OPENS = new Set([91, 123])
const CLOSES = new Set([93, 125])

/** How many lists and objects stand within one another at the deepest place of a JSON text. Reads no further than `enough`. */
export function jsonDepth(json: string, enough = Number.POSITIVE_INFINITY): number {
  let [depth, deepest, isString] = [0, 0, false]
  for (let at = 0; at < json.length && deepest < enough; at++) {
    const code = json.charCodeAt(at)
    if (isString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isString = false
    } else if (code === QUOTE) isString = true
    else if (OPENS.has(code)) deepest = Math.max(deepest, ++depth)
    else if (CLOSES.has(code)) depth--
  }
  return deepest
}
