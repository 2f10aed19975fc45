import { createTwoFilesPatch } from 'diff'
import type { ComparedTexts } from '#lib/licences/compared-texts.ts'

/** Lines that may come and go before a patch says no more than that one text replaces the other; still a true patch. */
const MAX_LINE_EDITS = 2_000

/** A unified diff of the two texts as they were decoded: applied to the first it gives the second. */
export function comparisonPatch({ before, after }: ComparedTexts): string {
  const [from, to] = [`a/${before.sha256}.txt`, `b/${after.sha256}.txt`]
  return (
    createTwoFilesPatch(from, to, before.text, after.text, undefined, undefined, {
      context: 3,
      maxEditLength: MAX_LINE_EDITS,
    }) ?? wholePatch(from, to, before.text, after.text)
  )
}

function wholePatch(from: string, to: string, before: string, after: string): string {
  const [was, is] = [linesOf(before, '-'), linesOf(after, '+')]
  const head = `===================================================================\n--- ${from}\n+++ ${to}\n`
  return `${head}@@ -${rangeOf(was.count)} +${rangeOf(is.count)} @@\n${was.lines}${is.lines}`
}

function rangeOf(count: number): string {
  return count === 0 ? '0,0' : `1,${count}`
}

function linesOf(text: string, sign: '-' | '+'): { count: number; lines: string } {
  if (text === '') return { count: 0, lines: '' }
  const hasEnd = text.endsWith('\n')
  const lines = (hasEnd ? text.slice(0, -1) : text).split('\n')
  const end = hasEnd ? '' : '\\ No newline at end of file\n'
  return { count: lines.length, lines: `${lines.map((line) => `${sign}${line}\n`).join('')}${end}` }
}
