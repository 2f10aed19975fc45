import { expect, test } from 'vitest'
import { normaliseWords } from './normalise.ts'
import { bodyWords, isTitleOf, titleWords } from './title.ts'

test('a title is a short opening paragraph that names a licence', () => {
  expect(titleWords('# The MIT License (MIT)\n\nCopyright (c) 2020 X\n\nPermission is granted')).toContain('mit')
  expect(titleWords('Permission is hereby granted, free of charge, to any person obtaining a copy of this')).toEqual([])
})

test('a title may only say what the licence is called', () => {
  expect(isTitleOf(['the', 'mit', 'license', 'mit'], 'MIT License', 'MIT')).toBe(true)
  expect(isTitleOf(['modified', 'mit', 'license'], 'MIT License', 'MIT')).toBe(false)
})

test('a body too short to stand for itself is none', () => {
  const text = 'Some License\n\nDo what you like.'
  expect(bodyWords(text, normaliseWords(text))).toBeNull()
})
