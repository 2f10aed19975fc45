import PDFDocument from 'pdfkit'
import { type ComparedText, nameOfText } from '#lib/licences/compared-texts.ts'
import {
  hiddenText,
  KIND_WORDS,
  LEVEL_WORDS,
  COMPARISON_WORDS as SAY,
  termText,
  unchangedText,
} from '#lib/licences/comparison-sentences.en.ts'
import type { ViewClause, ViewPiece } from '#lib/licences/comparison-view.ts'
import { hiddenIn, withHiddenNamed } from '#lib/licences/hidden-characters.ts'
import type { ComparisonToRender } from './comparison-file.ts'
import { pdfCharacters, pdfProse } from './pdf-characters.ts'

const INK = '#14181b'
const MUTED = '#545d66'
const COLOURS = { same: INK, added: '#1b6e3a', removed: '#b3261e' } as const
/** Room a heading needs below it, with the margin. */
const FOOT = 64 + 56
/** Characters of differing clauses a PDF prints; nobody reads more of it on paper. */
const MOST_PRINTED = 250_000

type Pdf = PDFKit.PDFDocument
type Structure = PDFKit.PDFStructureElement

/** A comparison as a tagged PDF: one column, what went and what came in signs and lines as well as in colour. */
export function comparisonPdf({ texts, comparison, clauses }: ComparisonToRender): Promise<Uint8Array> {
  const title = `${nameOfText(texts.before)} → ${nameOfText(texts.after)}`
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 54, bottom: 64, left: 60, right: 60 },
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    info: { Title: withHiddenNamed(title), CreationDate: new Date(texts.asOf), ModDate: new Date(texts.asOf) },
  })
  const bytes = bytesOf(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const page = new Writer(pdf, root)
  page.heading('H1', SAY.title, 16)
  page.plain(SAY.before, sideText(texts.before))
  page.plain(SAY.after, sideText(texts.after))
  page.heading('H2', LEVEL_WORDS[comparison.level], 12)
  if (!comparison.isComplete) page.line(SAY.incomplete)
  page.line(`${SAY.notice} ${texts.asOf}`, MUTED)
  page.heading('H2', SAY.terms, 12)
  if (texts.terms === null) page.line(SAY.termsNotRead)
  else if (texts.terms.length === 0) page.line(SAY.noTermDiffers)
  for (const { question, before, after } of texts.terms ?? []) {
    page.heading('H3', pdfCharacters(question), 10)
    page.plain(SAY.before, termText(before))
    page.plain(SAY.after, termText(after))
  }
  page.heading('H2', SAY.clauses, 12)
  printClauses(page, clauses)
  root.end()
  numberPages(pdf)
  pdf.end()
  return bytes
}

function sideText(text: ComparedText): string {
  return `${nameOfText(text)}, SHA-256 ${text.sha256} ${hiddenText(hiddenIn(text.text))}`.trim()
}

function printClauses(page: Writer, clauses: readonly ViewClause[]): void {
  let [unchanged, printed] = [0, 0]
  const sayUnchanged = () => {
    if (unchanged > 0) page.line(`${unchangedText(unchanged)}, ${SAY.notPrinted}`, MUTED)
    unchanged = 0
  }
  for (const clause of clauses) {
    if (clause.kind === 'same') {
      unchanged++
      continue
    }
    sayUnchanged()
    if (printed > MOST_PRINTED) {
      page.line(SAY.printedInPart)
      return
    }
    page.kind(`${KIND_WORDS[clause.kind]}${clause.isTooDifferent ? ` · ${SAY.tooDifferent}` : ''}`)
    const pieces = clause.woven ?? [...(clause.kind === 'moved' ? [] : (clause.before ?? [])), ...(clause.after ?? [])]
    page.pieces(pieces)
    printed += pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  }
  sayUnchanged()
}

interface Part {
  text: string
  ink: string
  underline: boolean
  strike: boolean
}

/** A piece between signs that no line goes through, with the space behind it outside. */
function partsOf({ kind, text }: ViewPiece): Part[] {
  const said = pdfProse(text)
  const plain = (words: string) => ({ text: words, ink: COLOURS[kind], underline: false, strike: false })
  if (kind === 'same') return said === '' ? [] : [plain(said)]
  if (said.trim() === '') return []
  const [open, close] = kind === 'added' ? ['[+ ', ' +]'] : ['[- ', ' -]']
  const words = { ...plain(said.trim()), underline: kind === 'added', strike: kind === 'removed' }
  return [plain(open), words, plain(`${close}${/\s$/.test(said) ? ' ' : ''}`)]
}

class Writer {
  readonly #pdf: Pdf
  readonly #root: Structure

  constructor(pdf: Pdf, root: Structure) {
    this.#pdf = pdf
    this.#root = root
  }

  heading(tag: 'H1' | 'H2' | 'H3', text: string, size: number): void {
    // A heading never stands alone at the foot of a page.
    if (this.#pdf.y > this.#pdf.page.height - FOOT) this.#pdf.addPage()
    if (tag === 'H2') this.#pdf.moveDown(0.8)
    this.#tagged(tag, () => {
      this.#pdf.font('Helvetica-Bold').fontSize(size).fillColor(INK)
      this.#pdf.text(pdfCharacters(text), { paragraphGap: 3 })
    })
  }

  kind(text: string): void {
    if (this.#pdf.y > this.#pdf.page.height - FOOT) this.#pdf.addPage()
    this.#tagged('H3', () => {
      this.#pdf.font('Helvetica').fontSize(8).fillColor(MUTED).text(pdfCharacters(text), { paragraphGap: 2 })
    })
  }

  line(text: string, ink: string = INK): void {
    this.#tagged('P', () => {
      this.#pdf.font('Helvetica').fontSize(9).fillColor(ink).text(pdfCharacters(text), { paragraphGap: 8 })
    })
  }

  plain(label: string, text: string): void {
    this.#tagged('P', () => {
      this.#pdf.font('Helvetica-Bold').fontSize(9).fillColor(INK).text(`${label}: `, { continued: true })
      this.#pdf.font('Helvetica').text(pdfCharacters(text), { paragraphGap: 4 })
    })
  }

  pieces(pieces: readonly ViewPiece[]): void {
    const shown = pieces.flatMap(partsOf)
    if (shown.length === 0) return
    this.#tagged('P', () => {
      this.#pdf.font('Times-Roman').fontSize(10)
      shown.forEach(({ text, ink, underline, strike }, at) => {
        const continued = at < shown.length - 1
        this.#pdf.fillColor(ink).text(text, { continued, underline, strike, lineGap: 2, paragraphGap: 8 })
      })
    })
  }

  #tagged(tag: string, write: () => void): void {
    this.#root.add(this.#pdf.struct(tag, {}, [write]))
  }
}

function numberPages(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    // Below the margin, where text would otherwise ask for another page.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font('Helvetica').fontSize(8).fillColor(MUTED)
    pdf.text(`${at - start + 1} / ${count}`, 60, pdf.page.height - 40, {
      align: 'right',
      lineBreak: false,
      width: pdf.page.width - 120,
    })
    pdf.endMarkedContent()
  }
}

function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
  })
}
