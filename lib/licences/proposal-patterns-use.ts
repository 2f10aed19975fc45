import { dollarsIn, placesIn, usersIn } from './proposal-figures.ts'
import type { PatternClause, ProposalPattern } from './proposal-pattern.ts'

const ASKS_LICENCE =
  /\b(?:request|obtain|apply for|enter into|must have|purchase)\b.{0,60}\b(?:licen[cs]e|agreement)\b|\bseparate (?:commercial )?(?:licen[cs]e|agreement)\b/
const SHOWS = /\b(?:prominently )?display(?:ed)?\b/

function threshold({ words, wider }: PatternClause) {
  const mau = usersIn(words)
  const monthly = dollarsIn(words).find(({ after }) =>
    /\b(?:monthly revenue|revenue per month|per month|a month|monthly)\b/.test(after),
  )
  if (mau === null && monthly === undefined) return null
  const effect = SHOWS.test(words) ? 'display_duty' : ASKS_LICENCE.test(wider) ? 'separate_licence' : null
  return effect === null ? null : { mau, revenueUsdMonthly: monthly?.amount ?? null, effect }
}

function businesses({ words }: PatternClause) {
  const named = [/model as a service/, /ai work assistant/, /cloud service/, /hosted service/].flatMap(
    (one) => one.exec(words)?.[0] ?? [],
  )
  if (named.length === 0) return null
  const yearly = dollarsIn(words).find(() => /\b(?:annual|year|12 months|twelve \(12\) months)\b/.test(words))
  return {
    businesses: named,
    revenueUsdYearlyOver: yearly?.amount ?? null,
    internalUseExempt: false,
    effect: 'separate_licence',
  }
}

/** Who may use it, how much and for what. */
export const USE_PATTERNS: readonly ProposalPattern[] = [
  {
    name: 'non-commercial only, licence to be asked for',
    term: 'commercial_use',
    confidence: 'medium',
    when: /\b(?:commercial(?:ly)?)\b.{0,120}\b(?:request|obtain|contact|apply for)\b.{0,60}\blicen[cs]e\b/,
    unless: /monthly active users|revenue|registration|register/,
    value: 'separate_licence_required',
  },
  {
    name: 'commercial use after registration',
    term: 'commercial_use',
    confidence: 'medium',
    when: /\bcommercial\b.{0,160}\b(?:register|registration)\b|\b(?:register|registration)\b.{0,160}\bcommercial purposes?\b/,
    value: 'registration_required',
  },
  {
    name: 'licence above a number of users',
    term: 'commercial_use',
    confidence: 'medium',
    when: /monthly active users/,
    value: (clause) => (threshold(clause)?.effect === 'separate_licence' ? 'allowed_below_threshold' : null),
  },
  {
    name: 'named businesses need a licence',
    term: 'commercial_use',
    confidence: 'medium',
    when: /\b(?:model as a service|work assistant|hosted service)\b.{0,400}\bseparate (?:licen[cs]e|agreement)\b/,
    value: 'allowed_except_named_businesses',
  },
  {
    name: 'non-commercial purposes only',
    term: 'commercial_use',
    confidence: 'medium',
    when: /\bnon-?commercial(?: use| research)? purposes? only\b|\bsolely for\b.{0,60}\b(?:non-?commercial|research)\b|\bfor noncommercial purposes only\b/,
    value: 'forbidden',
  },
  {
    name: 'permission to sell or use without restriction',
    term: 'commercial_use',
    confidence: 'medium',
    when: /\bsell copies\b|\bdeal in the (?:model materials|software) without restriction\b|\bcommercially usable\b|\bfor any purpose,? including commercial\b/,
    value: 'allowed',
  },
  {
    name: 'perpetual grant without a bar on commerce',
    term: 'commercial_use',
    confidence: 'low',
    when: /\bhereby grants?\b.{0,160}\bperpetual\b/,
    value: ({ all }) => (/non-?commercial/.test(all) ? null : 'allowed'),
  },
  {
    name: 'a licence for named lines of business',
    term: 'business_restriction',
    confidence: 'low',
    when: /\b(?:conducts?|operates?|engages? in)\b.{0,200}\bseparate (?:licen[cs]e|agreement)\b/,
    value: businesses,
  },
  {
    name: 'a number of users or dollars',
    term: 'scale_threshold',
    confidence: 'medium',
    when: /monthly active users|monthly revenue|revenue per month/,
    value: threshold,
  },
  {
    name: 'purposes granted are named',
    term: 'field_of_use',
    confidence: 'medium',
    when: /\bfor (?:research or evaluation|non-?commercial|academic|scientific)(?: research)? purposes only\b|\bnoncommercial purposes only\b|\bsolely for\b.{0,60}\bresearch\b/,
    value: 'purpose_limited',
  },
  {
    name: 'uses listed in an attachment',
    term: 'field_of_use',
    confidence: 'medium',
    when: /\brestrictions set forth in (?:attachment|exhibit|appendix|annex)\b|\brestrictions in attachment\b|\bset forth in the exhibit\b/,
    value: 'inline_list',
  },
  {
    name: 'uses listed in a policy elsewhere',
    term: 'field_of_use',
    confidence: 'medium',
    when: /\b(?:acceptable|prohibited) use policy\b.{0,240}(?:https?:|incorporated by reference|available at|hosted at)/,
    value: 'by_reference',
  },
  {
    name: 'military and unlawful use',
    term: 'field_of_use',
    confidence: 'medium',
    when: /\bmilitary\b.{0,40}\b(?:unlawful|illegal)\b|\b(?:unlawful|illegal)\b.{0,40}\bmilitary\b/,
    value: 'inline_general',
  },
  {
    name: 'obey the law',
    term: 'field_of_use',
    confidence: 'low',
    when: /\bcomply with (?:all )?(?:the )?applicable laws?\b/,
    value: ({ all }) => (/use policy|attachment a|military|purposes only/.test(all) ? null : 'lawful_only'),
  },
  {
    name: 'a policy that may change',
    term: 'acceptable_use_policy',
    confidence: 'medium',
    when: /\bacceptable use policy\b.{0,60}\b(?:may be|is) updated\b|\bright to update this acceptable use policy\b|\blatest version from time to time\b/,
    value: ({ all }) => (/exhibit a\b/.test(all) ? 'attached_mutable' : 'incorporated_reference_mutable'),
  },
  {
    name: 'a policy at an address',
    term: 'acceptable_use_policy',
    confidence: 'medium',
    when: /\b(?:acceptable|prohibited) use policy\b.{0,240}(?:https?:|incorporated by reference)|\btrustworthy ai terms\b/,
    value: 'incorporated_reference',
  },
  {
    name: 'use restrictions in an attachment',
    term: 'acceptable_use_policy',
    confidence: 'medium',
    when: /\brestrictions set forth in (?:attachment|exhibit|appendix|annex)\b|\brestrictions in attachment\b/,
    value: 'attached',
  },
  {
    name: 'an enforceable provision downstream',
    term: 'use_restriction_passthrough',
    confidence: 'medium',
    when: /\benforceable provision\b|\buse conditions similar to\b/,
    value: 'required',
  },
  {
    name: 'a place the grant does not reach',
    term: 'territory',
    confidence: 'medium',
    when: /\b(?:does not apply in|excluding the territory of|not being granted to you if you are)\b/,
    value: ({ words }) => {
      const excluded = placesIn(words)
      return excluded.length === 0 ? null : { excluded, of: 'as the clause says' }
    },
  },
  {
    name: 'worldwide',
    term: 'territory',
    confidence: 'medium',
    when: /\bworld-?wide\b/,
    unless: /\bworldwide territory\b|\brevenue\b/,
    value: 'worldwide',
  },
]
