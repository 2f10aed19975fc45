import type { Json } from '#lib/shared/canonical-json.ts'
import type { PatternClause, ProposalPattern } from './proposal-pattern.ts'

const LAWS: readonly [name: string, words: RegExp][] = [
  ['California', /\bcalifornia\b/],
  ['Delaware', /\bdelaware\b/],
  ['New York', /\bnew york\b/],
  ['Hong Kong SAR', /\bhong kong\b/],
  ['China', /\b(?:china|prc|people's republic)\b/],
  ['France', /\b(?:france|french)\b/],
  ['Korea', /\bkorea\b/],
  ['Israel', /\bisrael\b/],
  ['England and Wales', /\bengland\b/],
  ['Germany', /\bgermany\b/],
]

const VENUE =
  /\b(?:courts? (?:of|in|located in)|people's courts? in) [^.;,]{3,80}?(?= (?:shall|will|has|have|and)\b|[.;,]|$)/

function governing({ words, wider, cased }: PatternClause): Json {
  // “China (for this agreement without Hong Kong)” names one place.
  const named = words.replace(/\b(?:excluding|without|not including|except)\b.*$/, '')
  const law = LAWS.find(([, pattern]) => pattern.test(named))
  if (!law) return null
  const found = VENUE.exec(wider)
  if (!found) return { law: law[0], venue: null }
  const venue = cased.slice(found.index, found.index + found[0].length).trim()
  return { law: law[0], venue: /exclusive jurisdiction/.test(wider) ? `${venue}, exclusive` : venue }
}

/** Rights, how they end, and what holds between the parties. */
export const LAW_PATTERNS: readonly ProposalPattern[] = [
  {
    name: 'patents are left out',
    term: 'patent_grant',
    confidence: 'medium',
    when: /\bpatent\b.{0,60}\b(?:are|is) not licensed\b|\bno patent (?:rights|licen[cs]e)\b.{0,40}\bgranted\b/,
    value: 'excluded',
  },
  {
    name: 'a patent licence is granted',
    term: 'patent_grant',
    confidence: 'medium',
    when: /\bgrants?\b.{0,240}\bpatent licen[cs]e\b|\ball copyright, patent\b/,
    value: 'express',
  },
  {
    name: 'intellectual property in general',
    term: 'patent_grant',
    confidence: 'medium',
    when: /\bunder\b.{0,80}\bintellectual property(?: rights)?\b.{0,40}\bto use\b|\bintellectual property or other rights owned by\b/,
    value: 'ip_general',
  },
  {
    name: 'any suit about intellectual property ends it',
    term: 'litigation_termination',
    confidence: 'medium',
    when: /\b(?:institute|commence|file|initiate)\b.{0,600}\bintellectual property\b.{0,500}\bterminate/,
    value: 'any_ip',
  },
  {
    name: 'a patent suit ends all rights',
    term: 'litigation_termination',
    confidence: 'medium',
    when: /\b(?:lawsuit|litigation)\b.{0,200}\bpatent\b.{0,200}\ball (?:rights|grants|licen[cs]es)\b.{0,60}\bterminate/,
    value: 'patent_all_rights',
  },
  {
    name: 'a patent suit ends the patent licence',
    term: 'litigation_termination',
    confidence: 'medium',
    when: /\bpatent litigation\b.{0,400}\bpatent licen[cs]es?\b.{0,200}\bterminate/,
    value: 'patent_only',
  },
  {
    name: 'comes back when cured',
    term: 'termination',
    confidence: 'medium',
    when: /\bit reinstates\b|\breinstated\b.{0,80}\bcure/,
    value: 'automatic_with_cure',
  },
  {
    name: 'the licensor may end it',
    term: 'termination',
    confidence: 'medium',
    when: /\bmay terminate this (?:agreement|licen[cs]e)\b|\bright to terminate\b|\bmay\b.{0,40}\bterminate\b.{0,60}\bbreach\b/,
    value: 'licensor_may_on_breach',
  },
  {
    name: 'it ends by itself',
    term: 'termination',
    confidence: 'medium',
    when: /\b(?:automatically terminates?|terminates? automatically|will terminate automatically|automatically terminate)\b/,
    value: 'automatic_on_breach',
  },
  {
    name: 'revocable in stated cases',
    term: 'revocability',
    confidence: 'medium',
    when: /(?<!ir)\brevocable \(as stated\b|\birrevocable\b[^.]{0,40}\(except as stated\b(?!.*patent)/,
    value: 'revocable_stated_cases',
  },
  {
    name: 'revocable',
    term: 'revocability',
    confidence: 'medium',
    when: /(?<!ir)(?<!non-)\brevocable\b/,
    value: 'revocable',
  },
  { name: 'irrevocable', term: 'revocability', confidence: 'medium', when: /\birrevocabl[ey]\b/, value: 'irrevocable' },
  {
    name: 'accept an update or stop',
    term: 'amendment',
    confidence: 'medium',
    when: /\bcomply with any updated\b.{0,40}\bor cease\b/,
    value: 'must_accept_or_stop',
  },
  {
    name: 'the policy may be updated',
    term: 'amendment',
    confidence: 'medium',
    when: /\bacceptable use policy may be updated\b|\bright to update this acceptable use policy\b|\b(?:acceptable|prohibited) use policy\b.{0,80}\bas (?:may be )?(?:amended|updated)\b/,
    value: 'policy_may_update',
  },
  {
    name: 'the terms may be updated',
    term: 'amendment',
    confidence: 'medium',
    when: /\b(?:may|right to) (?:update|modify|amend|revise|change) (?:this|the|these) (?:agreement|terms|licen[cs]e)\b/,
    value: 'licensor_may_update',
  },
  {
    name: 'remote restriction is reserved',
    term: 'remote_restriction',
    confidence: 'medium',
    when: /\brestrict \(remotely or otherwise\)/,
    value: 'reserved',
  },
  {
    name: 'governed by a law',
    term: 'governing_law',
    confidence: 'medium',
    when: /\bgoverned\b.{0,60}\blaws?\b/,
    unless: /\bshall govern the use\b/,
    value: governing,
  },
  {
    name: 'only for warranties you add',
    term: 'indemnity',
    confidence: 'medium',
    when: /\bonly if you agree to indemnify\b|\baccepting warranty or additional liability\b/,
    value: 'only_if_you_offer_warranty',
  },
  {
    name: 'defend and indemnify',
    term: 'indemnity',
    confidence: 'medium',
    when: /\b(?:defend,? (?:and )?indemnify|indemnify,? (?:and )?defend)\b|\bindemnify, hold harmless,? and defend\b/,
    value: 'defend_and_indemnify',
  },
  {
    name: 'indemnify',
    term: 'indemnity',
    confidence: 'medium',
    when: /\b(?:will|shall|agree to|must) (?:fully )?indemnify\b/,
    value: 'indemnify',
  },
  {
    name: 'export and trade rules',
    term: 'export_control',
    confidence: 'medium',
    when: /\bexport (?:controls?|laws|and)\b|\btrade compliance\b|\bapplicable export\b|\bsanctions laws\b/,
    value: 'comply',
  },
  {
    name: 'a mark for the duty only',
    term: 'trademark',
    confidence: 'medium',
    when: /\b(?:hereby )?grants? you a (?:limited )?licen[cs]e to use\b.{0,80}(?:mark|")|\bsolely as required to comply with\b/,
    value: 'narrow_grant',
  },
  {
    name: 'no marks are granted',
    term: 'trademark',
    confidence: 'medium',
    when: /\bno trademark licen[cs]es?\b|\b(?:does not|nothing in this (?:licen[cs]e|agreement)(?: agreement)?) (?:grants?|permits?)\b.{0,100}\b(?:trade ?marks?|trade names)\b|\bpatent and trademark rights are not licensed\b/,
    value: ({ all }) =>
      /grants? you a (?:limited )?licen[cs]e to use .{0,80}(?:mark|")|solely as required to comply with/.test(all)
        ? null
        : 'no_grant',
  },
  {
    name: 'as is, within what the law allows',
    term: 'warranty_liability',
    confidence: 'medium',
    when: /\b(?:unless required by|to the (?:maximum|fullest|full) extent permitted by|to the extent (?:permitted|possible))\b.{0,160}\b(?:as[ -]is|warrant|provides?)\b/,
    value: 'disclaimed_within_law',
  },
  {
    name: 'as is',
    term: 'warranty_liability',
    confidence: 'medium',
    when: /"as[ -]is"|\bas-is\b/,
    value: ({ all }) => (/unless required by applicable law|extent permitted by/.test(all) ? null : 'disclaimed'),
  },
]
