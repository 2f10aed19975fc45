import { expect, test } from 'vitest'
import { withoutCopyrightNotices } from './copyright-notices.ts'

const kept = (text: string) => withoutCopyrightNotices(text).replace(/\s+/g, ' ').trim()

test('drops a notice with a year or a place for one, whoever holds the right', () => {
  expect(kept('MIT License\n\nCopyright (c) 2023 Moonshot AI\n\nPermission is granted.')).toBe(
    'MIT License Permission is granted.',
  )
  expect(kept('Copyright <year> <owner>. All rights reserved.\n\nText')).toBe('Text')
  expect(kept(' * Copyright 2024 A\n * and B Inc.\n *\n * Text')).toBe('* * Text')
})

test('keeps what grants or forbids even when it opens with the word copyright', () => {
  for (const clause of [
    'Copyright (c) 2020 X grants You a licence to reproduce the Work.',
    'Copyright 1988 Jon (jon@example.org)\nYou can use this code in any manner.',
    'Copyright, Designs and Patents Act 1988 applies to it.',
    '(c) create larger works of 2020 lines',
    'copyright (c) the right to sue',
    'Copyright and related rights remain with the author.',
  ]) {
    expect(kept(clause)).toContain(clause.split('\n').at(-1))
  }
})
