/** An id that is the same with every start: a word of what it names, then its number. */
export const numbered = (word: string, number: number): string => `${word}${String(number).padStart(26 - word.length, '0')}`
