import { z } from 'zod';

/** The address must be one of a web server; a password in it would stand in every list. */
const address = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((given) => {
    const url = URL.parse(given);
    return url !== null && !url.username && !url.password;
  });

export const doorFields = {
  url: address,
  database: z.string().trim().min(1).max(100),
  user: z.string().trim().min(1).max(100),
};
