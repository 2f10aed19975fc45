import { expect, test } from 'vitest'
import { byteLines, TOO_LONG } from './byte-lines.ts'

const encoder = new TextEncoder()

async function linesOf(chunks: string[], limit = 1_000): Promise<(string | null)[]> {
  async function* bytes() {
    for (const chunk of chunks) yield encoder.encode(chunk)
  }
  const lines: (string | null)[] = []
  for await (const line of byteLines(bytes(), limit)) {
    lines.push(line === TOO_LONG ? null : new TextDecoder().decode(line))
  }
  return lines
}

test('a line may be cut anywhere on its way', async () => {
  for (const cut of [0, 1, 3, 4, 5, 7]) {
    const text = 'one\ntwo\nlast'
    expect(await linesOf([text.slice(0, cut), text.slice(cut)])).toEqual(['one', 'two', 'last'])
  }
})

test('blank lines are passed over, also those that end in a carriage return', async () => {
  expect(await linesOf(['\n\r\n', 'one\r\n', '\n \n'])).toEqual(['one\r'])
})

test('a line over the limit is told as one, and the lines after it are read', async () => {
  expect(await linesOf(['x'.repeat(600), 'x'.repeat(600), '\nnext\n'], 1_000)).toEqual([null, 'next'])
  expect(await linesOf(['x'.repeat(1_000), '\n'], 1_000)).toEqual(['x'.repeat(1_000)])
})
