/** How long a link to another password works. Apart, so that pages can say it. */
export const passwordMinutes = 30;
