const LINE_FEED = 10

/** A line longer than the limit: none of it was kept. */
export const TOO_LONG = Symbol('too long')

/** Cuts a stream of bytes into lines as they arrive, never holding more of one than the limit; empty lines are passed over. */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | typeof TOO_LONG> {
  let held: Uint8Array[] = []
  let size = 0
  const take = (part: Uint8Array) => {
    size += part.byteLength
    if (size > limit) held = []
    else if (part.byteLength > 0) held.push(part)
  }
  const finish = () => {
    const line = size > limit ? TOO_LONG : Buffer.concat(held)
    held = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      const line = finish()
      if (!isBlank(line)) yield line
    }
    take(chunk.subarray(from))
  }
  const last = finish()
  if (!isBlank(last)) yield last
}

function isBlank(line: Uint8Array | typeof TOO_LONG): boolean {
  return line !== TOO_LONG && line.every((byte) => byte === 13 || byte === 32 || byte === 9)
}
