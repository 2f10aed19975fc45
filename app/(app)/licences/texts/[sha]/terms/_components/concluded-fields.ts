type Fields = Record<string, string | string[]>

function one(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** Figures that are no JSON stay text, which the schema then refuses with the shape that is wanted. */
function figures(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

function answerOf(fields: Fields, at: number): unknown {
  const name = `terms.${at}.value`
  const value = fields[name]
  if (Array.isArray(value)) return value
  if (one(fields, `terms.${at}.type`) === 'list') return []
  const written = one(fields, `terms.${at}.figures`)
  return one(fields, name) === '' && written !== '' ? figures(written) : one(fields, name)
}

/** The fields of the form as the command takes them; a section or words left empty are not given. */
export function readConcluded(fields: Fields): unknown {
  const terms: unknown[] = []
  for (let at = 0; typeof fields[`terms.${at}.term`] === 'string'; at++) {
    terms.push({
      term: one(fields, `terms.${at}.term`),
      value: answerOf(fields, at),
      section: one(fields, `terms.${at}.section`) || null,
      words: one(fields, `terms.${at}.words`).replace(/\s*…$/, '') || null,
      confidence: one(fields, `terms.${at}.confidence`),
    })
  }
  return { text: one(fields, 'text'), reason: one(fields, 'reason'), terms }
}
