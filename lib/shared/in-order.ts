/**
 * Works on several things of a stream at once and gives what came of each in the stream's own order, as soon as it is there.
 * Nothing more is taken than is being worked on, so whoever reads slowly slows the stream.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const items = source[Symbol.asyncIterator]()
  const running: Promise<{ result: Result }>[] = []
  let coming: Promise<{ read: IteratorResult<Item> }> | null = null
  let isOver = false
  try {
    while (!isOver || running.length > 0) {
      if (!isOver && running.length < atOnce) coming ??= items.next().then((read) => ({ read }))
      const [head] = running
      const first = await Promise.race([...(head ? [head] : []), ...(coming ? [coming] : [])])
      if ('result' in first) {
        void running.shift()
        yield first.result
      } else {
        coming = null
        if (first.read.done === true) isOver = true
        else running.push(started(work(first.read.value)))
      }
    }
  } finally {
    await items.return?.()
  }
}

function started<Result>(work: Promise<Result>): Promise<{ result: Result }> {
  const told = work.then((result) => ({ result }))
  // Whoever waits for it in its turn hears of a failure; until then it is nobody's.
  told.catch(() => undefined)
  return told
}
