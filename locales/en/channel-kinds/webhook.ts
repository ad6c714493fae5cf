/** The words around connecting a program that signs what it sends. */
export const webhook = {
  name: 'Webhook',
  lead: 'Any program that can sign what it sends: your own app, a form service, another system. Answers can go back the same way.',
  steps: {
    secret: 'Make a secret in the other program, or think of one of at least 16 characters.',
    save: 'Keep it here. The page of this channel then shows the address that the program sends to.',
    sample: 'Paste an example there to see what Polder reads in it.',
  },
  groups: { paths: 'Where it stands in what comes in (JSON)' },
  fields: {
    name: { label: 'Name', hint: 'What this channel is called in the inbox.' },
    style: {
      label: 'Signature',
      hint: 'Standard Webhooks knows a time and is safer; many services can only do the other.',
      choices: { standard: 'Standard Webhooks', sha256: 'sha256= in a header' },
    },
    signatureHeader: {
      label: 'Header with the signature',
      hint: 'Only for sha256=. Mostly x-hub-signature-256.',
    },
    secret: { label: 'Secret', hint: 'At least 16 characters. If it begins with whsec_, include that.' },
    former: {
      label: 'Former secret',
      hint: 'While you change over both hold, until you keep a dash (-) here.',
    },
    items: { label: 'List of messages', hint: 'Empty when one message comes at a time.' },
    text: { label: 'Text', hint: 'For example text, data.message or items[0].body.' },
    id: {
      label: 'Id',
      hint: 'Empty: with Standard Webhooks Polder uses webhook-id. With sha256= Polder makes one of the content; equal messages then count as one.',
    },
    author: { label: 'Id of the writer' },
    authorName: { label: 'Name of the writer' },
    time: { label: 'Time', hint: 'ISO 8601, or seconds since 1970.' },
    thread: { label: 'Conversation', hint: 'Messages with the same id stand together.' },
    answerUrl: {
      label: 'Address for answers',
      hint: 'With https. Empty: answers cannot leave then. Polder signs them with the same secret.',
    },
  },
};
