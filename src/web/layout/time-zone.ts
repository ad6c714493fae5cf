/** Until there is an organisation with its own: the zone of the country Polder comes from. */
export const fallbackTimeZone = 'Europe/Amsterdam';
