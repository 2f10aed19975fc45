import { HubError, type HubEvidence, type HubModel } from '../hub-client.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'
import type { LookLedger } from './look-ledger.ts'

const PAGE_SIZE = 100
/** No organisation has so many pages; a list that does not end is a fault of the hub. */
const MAX_PAGES = 1000

export interface Listed {
  model: HubModel
  evidence: HubEvidence
}

/** Reads an organisation's whole list. An item that cannot be read is noted and left out; a page that cannot be read ends the look. */
export async function readList(ctx: UpstreamCtx, owner: string, ledger: LookLedger): Promise<Listed[]> {
  const listed = new Map<string, Listed>()
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await ctx.hub.listModels(
      owner,
      cursor === undefined ? { limit: PAGE_SIZE } : { limit: PAGE_SIZE, cursor },
    )
    ledger.totals.requests += answer.evidence.requests
    ledger.totals.pages++
    if (answer.notModified) break
    for (const item of answer.value.unreadable) {
      await ledger.note(item.name ?? 'an item of the list', {
        kind: 'wrong_shape',
        message: item.reason,
        url: answer.evidence.url,
        requests: 0,
      })
    }
    for (const model of answer.value.models)
      listed.set(model.hubObjectId ?? model.name, { model, evidence: answer.evidence })
    ledger.totals.listed = listed.size
    await ledger.progress('listing', listed.size, null)
    if (answer.value.next === null) {
      ledger.isListed = true
      return [...listed.values()]
    }
    cursor = answer.value.next
  }
  throw new HubError('wrong_shape', `The list of ${owner} did not end after ${MAX_PAGES} pages.`, {
    url: owner,
    requests: 0,
  })
}
