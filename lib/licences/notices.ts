import { dictatedNotice } from './dictated-words.ts'
import type { Verdict } from './identify.ts'
import { type ReadTerms, termOf } from './terms.ts'

/** A deployment as notices need it. */
export interface NoticeDeployment {
  id: string
  name: string
  model: string
  /** Null when nobody knows what runs. */
  revision: string | null
  /** Where the model was published; null for what no hub holds. */
  source: string | null
  licence: { id: string; name: string } | null
  /** What the governing text was found to be; null where no text governs. */
  verdict: Verdict | null
  textSha: string | null
  terms: ReadTerms | null
  /** The NOTICE files that stand in the same revision. */
  notices: readonly { path: string; sha256: string }[]
}

export type NoticeGap =
  | 'revision-unknown'
  | 'no-text'
  | 'text-not-recognised'
  | 'terms-not-read'
  | 'notice-not-read-surely'
  | 'notice-words-not-found'
  | 'text-not-held'

/** What goes into the file for one model at one revision. */
export interface NoticeEntry {
  model: string
  revision: string
  source: string | null
  licence: { id: string; name: string }
  /** The sentence the licence dictates, or the one that names the source; null where it asks for neither. */
  attribution: string | null
  textSha: string
  notices: readonly { path: string; sha256: string }[]
  /** The deployments it is for. */
  deployments: readonly { id: string; name: string }[]
}

export interface Notices {
  entries: NoticeEntry[]
  /** What could not be assembled, with the reason: nobody may take the file for complete then. */
  gaps: { deployment: { id: string; name: string; model: string }; because: NoticeGap; detail: string | null }[]
  /** The file; null where nothing could be assembled. */
  file: string | null
}

type Texts = ReadonlyMap<string, string>

type Assembled = Omit<NoticeEntry, 'deployments'> | { because: NoticeGap; detail: string | null }

const gap = (because: NoticeGap, detail: string | null = null) => ({ because, detail })

/** The sentence that has to stand in the file, or why it cannot be given. */
function attributionOf(
  deployment: NoticeDeployment,
  terms: ReadTerms,
  text: string,
): { attribution: string | null } | { because: NoticeGap; detail: string | null } {
  const { value, confidence, evidence, section } = termOf(terms, 'attribution_notice')
  if (value === null || confidence === 'low' || confidence === 'none') return gap('notice-not-read-surely', section)
  if (value === 'notice_file_text') {
    const words = evidence === undefined ? null : dictatedNotice(text, evidence)
    return words === null ? gap('notice-words-not-found', section) : { attribution: words }
  }
  if (value !== 'source_credit') return { attribution: null }
  const from = deployment.source === null ? '' : `, from ${deployment.source}`
  return { attribution: `${deployment.model}${from}, under ${deployment.licence?.name ?? 'its licence'}` }
}

function assemble(deployment: NoticeDeployment, texts: Texts): Assembled {
  const { model, revision, source, licence, verdict, textSha, terms, notices } = deployment
  if (revision === null) return gap('revision-unknown')
  if (textSha === null || verdict === null) return gap('no-text')
  if (verdict !== 'MATCH' || licence === null) return gap('text-not-recognised', verdict)
  if (terms === null) return gap('terms-not-read', licence.name)
  const text = texts.get(textSha)
  if (text === undefined) return gap('text-not-held', textSha)
  const missing = notices.find((notice) => !texts.has(notice.sha256))
  if (missing) return gap('text-not-held', missing.path)
  const found = attributionOf(deployment, terms, text)
  return 'because' in found
    ? found
    : { model, revision, source, licence, attribution: found.attribution, textSha, notices }
}

/**
 * Assembles the notice file for deployments: each model and revision once, the attribution its licence dictates, then every
 * licence and NOTICE text whole. Only what the texts and their terms surely say goes in; the rest is listed with the reason.
 */
export function assembleNotices(deployments: readonly NoticeDeployment[], texts: Texts): Notices {
  const entries = new Map<string, NoticeEntry>()
  const gaps: Notices['gaps'] = []
  for (const deployment of deployments) {
    const { id, name, model } = deployment
    const found = assemble(deployment, texts)
    if ('because' in found) {
      gaps.push({ deployment: { id, name, model }, ...found })
      continue
    }
    const key = JSON.stringify([model, found.revision, found.textSha])
    const known = entries.get(key)
    entries.set(key, { ...found, deployments: [...(known?.deployments ?? []), { id, name }] })
  }
  const sorted = [...entries.values()].sort((a, b) =>
    a.model === b.model ? (a.revision < b.revision ? -1 : 1) : a.model < b.model ? -1 : 1,
  )
  return { entries: sorted, gaps, file: sorted.length === 0 ? null : noticeFile(sorted, texts) }
}

const RULE = '='.repeat(78)

/** A text as it stands in the file: without a byte order mark, ending in one line end, otherwise untouched. */
function whole(text: string): string {
  return `${text.replace(/^\uFEFF/, '').replace(/\s+$/, '')}\n`
}

function noticeFile(entries: readonly NoticeEntry[], texts: Texts): string {
  const numbers = new Map<string, number>()
  const numberOf = (sha: string): number => {
    const known = numbers.get(sha) ?? numbers.size + 1
    numbers.set(sha, known)
    return known
  }
  const models = entries.map((entry) => {
    const lines = [
      entry.model,
      `Revision: ${entry.revision}`,
      ...(entry.source === null ? [] : [`Source: ${entry.source}`]),
      `Licence: ${entry.licence.name} (${entry.licence.id}), text [${numberOf(entry.textSha)}]`,
      ...entry.notices.map((notice) => `${notice.path}: text [${numberOf(notice.sha256)}]`),
      ...(entry.attribution === null ? [] : ['', entry.attribution]),
    ]
    return `${lines.join('\n')}\n`
  })
  const bodies = [...numbers].map(
    ([sha, number]) => `${RULE}\nText [${number}], SHA-256 ${sha}\n${RULE}\n\n${whole(texts.get(sha) ?? '')}`,
  )
  return ['NOTICE\n', ...models, ...bodies].join('\n')
}
