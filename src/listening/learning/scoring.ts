/** The score that goes with a mood that somebody said; rules give their own. */
export function scoreOf(mood: string): number {
  if (mood === 'positive') return 0.6;
  return mood === 'negative' ? -0.6 : 0;
}
