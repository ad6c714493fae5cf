import type { definitions as nl } from '../nl/definitions.ts';

export const definitions: typeof nl = {
  PILOTS: 'How many pilots run and have an owner.',
  GOAL_MEASURED:
    'How many goals about brand or satisfaction have a number, an owner, a target and a value of at most 31 days old.',
  PEOPLE:
    'How many people answered at least five times in 91 days, and in at least three of the last four weeks. Counts in place of departments where there are not enough of them.',
  OWNER_ACTIVE: 'Whether a member of the board answered, posted or opened a figure in 28 days.',
  OFFERED: 'Whether the privacy contract was offered to all customers.',
  QUALITY_GATE:
    'Open when fewer than 3% of customers are double, at least 95% can be reached, at least 98% of orders and invoices belong to a customer, and every source was refreshed within a day.',
  DATA_MANAGER: 'Whether somebody has the role of data manager.',
  ACCOUNTS: 'How many accounts of our own are connected on which something was said or heard in 28 days.',
  POSTS: 'How many posts of our own in 28 days, without answers.',
  CONTENT_WEEKS: 'In how many of the last eight weeks there was a post of our own.',
  CONTACT_WEEKS: 'In how many of the last thirteen weeks somebody answered.',
  AC: 'How much of the contact about service was started by us: helped before the customer wrote about it in 30 days, because of a recorded signal, and with permission. Divided by that contact and the messages that asked an answer, over 91 days.',
  ACQ_HELPFUL: 'How much of such contact that was rated was called helpful, over 91 days.',
  ACQ_UNCLEAR:
    'How many people wrote back within seven days after such contact because it was not clear, over 91 days.',
  PREDICTED: 'How many of the predicted needs that were acted on the customer confirmed.',
  NL: 'How much more the NPS of members rose since they joined than that of others in the same time, in 182 days and with at least 180 answers in each group.',
  QA: 'How many of the questions in the community of at least seven days old got an answer of somebody else within seven days, over 91 days.',
  PA: 'For how many questions the first helpful or accepted answer came from somebody who does not work here, over 91 days.',
  TFA: 'How long a question in the community waits for the first answer, by the clock: half shorter, half longer.',
  MAU: 'How many of the members logged in and did something in 28 days: read two pages, wrote, voted or reacted.',
  COMMUNITY_ALIVE:
    'Alive: at least a tenth of the members and fifty people active, ten new questions a week in three of four weeks, and 70% answered.',
  COCREATION_OUTCOMES:
    'How many of the decisions from co-creation were carried out or answered with a reason within 60 days.',
  COCREATION_DONE: 'How many co-creation projects or votes were finished in 182 days, with feedback.',
  DECISIONS:
    'How many of the closed votes were carried out or answered with a reason within 60 days, in 364 days.',
  CSAT: 'How many answers gave 4 or 5 on a scale of 5, asked within a day after it was solved.',
  CES: 'How many answers gave 5 to 7 for “it was easy to arrange this”, on a scale of 7.',
  CES_MEAN: 'The mean of 1 to 7 for “it was easy to arrange this”; the aim is 5.5.',
  KNOWN_AND_TRUSTED:
    'How many customers agree with “they often know what I need” and with “I trust them to act in my interest”.',
  HEARD:
    'How many customers agree with “I feel heard, also when I do not take part”. Supports the picture, decides nothing.',
  Q5b: 'How many customers agree with “I decide what happens with my data here”.',
  COHORTS_RISING:
    'Whether customers with a stronger relation stay longer or spend more, quarter by quarter, compared with similar customers.',
  CRISIS_SUPPORT:
    'Which share of the messages with a stance supported us, per incident of at least a hundred messages.',
  BOARD_LETTERS: 'In how many of the last three months the board opened its letter.',
};
