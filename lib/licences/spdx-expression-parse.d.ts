// The package ships no types; this is what it answers.
declare module 'spdx-expression-parse' {
  export type ParsedExpression =
    | { license: string; plus?: true; exception?: string }
    | { left: ParsedExpression; conjunction: 'and' | 'or'; right: ParsedExpression }

  export default function parse(source: string): ParsedExpression
}
