import { dollarsIn, usersIn } from './proposal-figures.ts'
import type { ProposalPattern } from './proposal-pattern.ts'

/** What follows for whoever hands it on, builds on it or uses what it puts out. */
export const SHARING_PATTERNS: readonly ProposalPattern[] = [
  {
    name: 'display above a figure',
    term: 'derivative_display',
    confidence: 'medium',
    when: /\b(?:prominently )?display(?:ed)?\b/,
    value: ({ words }) =>
      usersIn(words) !== null || (/revenue/.test(words) && dollarsIn(words).length > 0)
        ? 'required_over_threshold'
        : null,
  },
  {
    name: 'prominently display',
    term: 'derivative_display',
    confidence: 'medium',
    when: /\bprominently (?:display|state)\b|\bmust be prominently displayed\b/,
    unless: /\bencouraged to\b|\bmodified files\b/,
    value: 'required',
  },
  {
    name: 'include a named line',
    term: 'derivative_display',
    confidence: 'low',
    when: /\b(?:must|shall|will) (?:include|state|carry)\b.{0,80}"(?:built (?:on|with|using)|powered by)|\bis built using\b.{0,80}\btechnology\b/,
    value: 'required',
  },
  {
    name: 'encouraged to display',
    term: 'derivative_display',
    confidence: 'low',
    when: /\bencouraged to\b.{0,300}\b(?:powered by|built (?:on|with))\b/,
    value: 'encouraged',
  },
  {
    name: 'a word at the beginning of the name',
    term: 'derivative_naming',
    confidence: 'medium',
    when: /\bat the beginning of (?:any|the|each) such (?:ai )?model(?:'s)? name\b|\bat the beginning of\b.{0,30}\bmodel name\b/,
    value: 'prefix_required',
  },
  {
    name: 'not as the main name',
    term: 'derivative_naming',
    confidence: 'medium',
    when: /\b(?:shall|must|may) not\b.{0,120}\b(?:primary|main) (?:name|identifier)\b/,
    value: 'primary_name_prohibited',
  },
  {
    name: 'a Notice file with given words',
    term: 'attribution_notice',
    confidence: 'medium',
    when: /"?notice"? text file\b.{0,200}(?:"|:|following)|\battribution notices?\b.{0,40}"?notice"? text file/,
    unless: /\bif the work includes\b/,
    value: 'notice_file_text',
  },
  {
    name: 'the source is to be named',
    term: 'attribution_notice',
    confidence: 'medium',
    when: /\b(?:clearly )?attribute the source\b|\bgive appropriate credit\b|\bidentification of the creator\b/,
    value: 'source_credit',
  },
  {
    name: 'notices are kept',
    term: 'attribution_notice',
    confidence: 'medium',
    when: /\b(?:retain|keep|preserve)\b.{0,80}\b(?:copyright|attribution)\b.{0,80}\bnotices\b|\babove copyright notice and this permission notice\b|\ball copyright notices\b/,
    value: 'keep_notices',
  },
  {
    name: 'no other model is improved with it',
    term: 'output_training',
    confidence: 'medium',
    when: /\b(?:not|cannot|can not) use\b.{0,160}\b(?:outputs?|results?)\b.{0,120}\bto improve any other\b/,
    value: 'no_other_models',
  },
  {
    name: 'a model trained on outputs says so',
    term: 'output_training',
    confidence: 'medium',
    when: /\b(?:outputs?|results?)\b.{0,160}\bto (?:create|train|fine-?tune|improve)\b.{0,240}\b(?:display|include)\b/,
    unless: /\bimprove any other\b/,
    value: 'display_duty',
  },
  {
    name: 'outputs are free',
    term: 'output_training',
    confidence: 'medium',
    when: /\bdoes not impose any restrictions\b.{0,120}\boutputs?\b/,
    value: 'free',
  },
  {
    name: 'no rights in outputs are claimed',
    term: 'output_claims',
    confidence: 'medium',
    when: /\bclaims? no (?:rights|ownership)\b.{0,20}\bin (?:the |any )?outputs?\b|\bdoes not claim (?:any )?(?:rights|ownership)\b.{0,30}\boutputs?\b/,
    value: 'licensor_claims_none',
  },
  {
    name: 'adapted works under the same licence',
    term: 'share_alike',
    confidence: 'medium',
    when: /\b(?:under|with) the same (?:licen[cs]e|terms)\b.{0,60}\b(?:elements|as)\b|\bsharealike\b|\bmust be licensed under\b.{0,40}\bthis licen[cs]e\b/,
    value: 'same_licence',
  },
  {
    name: 'own terms, but the use restrictions stay',
    term: 'share_alike',
    confidence: 'medium',
    when: /\b(?:additional or different|own) (?:licen[cs]e )?terms\b.{0,300}\b(?:use-based restrictions|paragraph 5|use restrictions|section 3\.2)\b|\bunder any licen[cs]e of your choice\b/,
    value: 'use_restrictions_only',
  },
  {
    name: 'own terms for modifications',
    term: 'share_alike',
    confidence: 'medium',
    when: /\badditional or different licen[cs]e terms\b|\badditional or different terms\b/,
    value: ({ all }) => (/enforceable provision|use-based restrictions/.test(all) ? 'use_restrictions_only' : 'none'),
  },
  {
    name: 'the newest version is to be used',
    term: 'update_duty',
    confidence: 'medium',
    when: /\breasonable efforts to use the latest version\b/,
    value: 'reasonable_efforts',
  },
]

/** Each condition on handing copies on is a word of its own; they are gathered into one proposal. */
export const REDISTRIBUTION_PATTERNS: readonly { word: string; when: RegExp; unless?: RegExp }[] = [
  {
    word: 'allowed',
    when: /\b(?:may|right to|rights to|licen[cs]e to|licen[cs]e under\b.{0,160}\bto|permission\b.{0,100}\bto)\b.{0,200}\b(?:re)?distribute\b|\bdeal in the model materials\b|\breproduce and share\b/,
    unless: /\bnon-?commercial\b.{0,60}\bonly\b/,
  },
  {
    word: 'copy_of_licence',
    when: /\bcopy of this (?:licen[cs]e|agreement)\b|\bnotice shall be included in all copies\b|\bcopy of (?:the|these) terms\b|\b(?:provide|give)\b.{0,80}\brecipients?\b.{0,80}\bcopy of (?:this|the)\b/,
  },
  {
    word: 'mark_changes',
    when: /\bmodified files\b.{0,40}\bprominent notices\b|\bnotices? stating that you (?:have )?changed\b|\bindicate if you modified\b|\bclearly state the modif/,
  },
  { word: 'pass_restrictions', when: /\benforceable provision\b|\buse conditions similar to\b/ },
  { word: 'keep_docs', when: /\bretain all explanatory documentation\b/ },
  { word: 'non_commercial_only', when: /\bnon-?commercial purposes only\b/ },
]
