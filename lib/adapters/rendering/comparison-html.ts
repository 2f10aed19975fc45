import { nameOfText } from '#lib/licences/compared-texts.ts'
import {
  hiddenText,
  KIND_WORDS,
  LEVEL_WORDS,
  COMPARISON_WORDS as SAY,
  termText,
  unchangedText,
} from '#lib/licences/comparison-sentences.en.ts'
import type { ViewClause, ViewPiece } from '#lib/licences/comparison-view.ts'
import { hiddenIn, visiblePieces } from '#lib/licences/hidden-characters.ts'
import type { TermDifference } from '#lib/licences/term-differences.ts'
import type { ComparisonToRender } from './comparison-file.ts'
import { COMPARISON_STYLE } from './comparison-style.ts'
import { escaped } from './escaped.ts'

/** A comparison as one HTML file that asks for nothing from anywhere, and prints. */
export function comparisonHtml({ texts, comparison, clauses }: ComparisonToRender): string {
  const { before, after } = texts
  const title = `${nameOfText(before)} → ${nameOfText(after)}`
  const side = (label: string, text: typeof before) =>
    `<p><strong>${label}</strong> ${escaped(nameOfText(text))}<br><code>SHA-256 ${text.sha256}</code><br><span class="warning">${escaped(hiddenText(hiddenIn(text.text)))}</span></p>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${COMPARISON_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${SAY.title}</h1>
<div class="sides">${side(SAY.before, before)}${side(SAY.after, after)}</div>
<p class="level">${LEVEL_WORDS[comparison.level]}</p>
${comparison.isComplete ? '' : `<p class="warning">${SAY.incomplete}</p>`}
<p class="muted">${SAY.notice} <time datetime="${escaped(texts.asOf)}">${escaped(texts.asOf)}</time></p>
</header>
<h2>${SAY.terms}</h2>
${termsHtml(texts.terms)}
<h2>${SAY.clauses}</h2>
${foldedHtml(clauses)}
</main>
</body>
</html>
`
}

function termsHtml(terms: readonly TermDifference[] | null): string {
  if (terms === null) return `<p>${SAY.termsNotRead}</p>`
  if (terms.length === 0) return `<p>${SAY.noTermDiffers}</p>`
  const rows = terms.map(
    ({ question, before, after }) =>
      `<tr><th scope="row">${escaped(question)}</th><td>${escaped(termText(before))}</td><td>${escaped(termText(after))}</td></tr>`,
  )
  return `<table><thead><tr><th scope="col">Question</th><th scope="col">${SAY.before}</th><th scope="col">${SAY.after}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}

function foldedHtml(clauses: readonly ViewClause[]): string {
  const parts: string[] = []
  let same: ViewClause[] = []
  const fold = () => {
    if (same.length === 0) return
    const inside = same
      .map((clause) => `<div class="text${same.length === 1 ? ' whole' : ''}">${piecesHtml(clause.after ?? [])}</div>`)
      .join('')
    parts.push(`<details><summary>${unchangedText(same.length)}</summary>${inside}</details>`)
    same = []
  }
  for (const clause of clauses) {
    if (clause.kind === 'same') {
      same.push(clause)
      continue
    }
    fold()
    parts.push(clauseHtml(clause))
  }
  fold()
  return parts.join('\n')
}

function clauseHtml({ kind, before, after, isTooDifferent }: ViewClause): string {
  const note = isTooDifferent ? ` · ${SAY.tooDifferent}` : ''
  const half = (label: string, pieces: readonly ViewPiece[] | null) =>
    `<div><span class="label">${label}</span><div class="text">${pieces === null ? '—' : piecesHtml(pieces)}</div></div>`
  return `<section class="clause ${kind}"><h3>${KIND_WORDS[kind]}${note}</h3><div class="sides">${half(SAY.before, before)}${half(SAY.after, after)}</div></section>`
}

function piecesHtml(pieces: readonly ViewPiece[]): string {
  return pieces.map(pieceHtml).join('')
}

function pieceHtml({ kind, text }: ViewPiece): string {
  const shown = visiblePieces(text)
    .map((piece) =>
      piece.hidden === null ? escaped(piece.text) : `<code class="hidden">${escaped(piece.hidden)}</code>`,
    )
    .join('')
  if (kind === 'same') return shown
  const [tag, said] = kind === 'added' ? ['ins', SAY.wordAdded] : ['del', SAY.wordRemoved]
  return `<${tag}><span class="heard">[${said} </span>${shown}<span class="heard">]</span></${tag}>`
}
