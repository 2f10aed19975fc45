/**
 * Words that grant, forbid, condition or measure something. A change that touches one may have changed the terms.
 * The list errs on the long side: a false alarm costs a reading, a missed word costs a breach.
 */
const WORDS =
  'may must shall should will can cannot not no nor never neither none unless except only without until before after if or and either both all any each every other same ' +
  'consent approval approve permission permissions permit permits permitted prohibit prohibits prohibited forbid forbidden restrict restricted restriction restrictions allow allowed allows entitled right rights ' +
  'grant grants granted license licensed licenses licensor licensee sublicense sublicensed sublicenses sublicensable revoke revoked revocable irrevocable terminate terminates terminated termination expire expires survive ' +
  'exclusive transferable transfer assign assigned perpetual worldwide royalty royalties free fee fees charge payment pay paid limited unlimited ' +
  'commercial commercially purpose purposes research evaluation academic personal internal production business educational ' +
  'use uses used using user users usage access copy copies copying reproduce reproduction distribute distributed distribution redistribute redistribution modify modified modification modifications merge publish sell host hosted deploy deployed service services product products ' +
  'derivative derivatives output outputs train training trained improve improving create creating fine distill distillation ' +
  'indemnify indemnifies indemnification defend harmless armless liable liability warranty warranties damages responsible sue suit litigation claim claims ' +
  'notice notices attribution display displayed prominently name names naming mark marks trademark trademarks built include included including retain state require required requires requirement requirements ' +
  'register registration request requested obtain obtained apply application written prior agree agrees agreed accept accepted subject condition conditions provided comply compliance obligation obligations duty ' +
  'revenue monthly annual yearly active threshold exceed exceeds exceeding greater less more than least most million billion thousand hundred percent ' +
  'law laws jurisdiction court courts governed export territory territories country countries union patent patents copyright copyrights third party parties affiliate affiliates entity entities military update updates latest amend amendment policy ' +
  'one two three four five six seven eight nine ten eleven twelve twenty thirty sixty ninety'

const operative: ReadonlySet<string> = new Set(WORDS.split(' '))

/** Whether a normalised word grants, forbids, conditions or counts; every figure, currency and `non…` word does. */
export function isOperativeWord(word: string): boolean {
  return operative.has(word) || /[\d$€£¥%]/.test(word) || (word.startsWith('non') && word.length > 4)
}

/** Whether the words define a term: what a definition covers decides what every other clause covers. */
export function isDefinition(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (word === 'means' || word === 'mean' || word === 'defined') return true
    return (word === 'refers' || word === 'refer') && words[at + 1] === 'to'
  })
}
