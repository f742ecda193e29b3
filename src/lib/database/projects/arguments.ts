import * as v from 'valibot';
import { clientName, flag, id, name, optionalText, time } from '../arguments';

/** Schemas of the arguments of commands about projects. */

const description = optionalText(10_000, 'a description');

export const pathDecision = v.nullable(
  v.object(
    {
      projectId: id,
      coversSubfolders: flag,
      isDecided: flag,
      isFound: v.optional(flag),
    },
    'Give where the path leads, or null to forget it.',
  ),
);

export const newProject = v.object(
  { id, name, clientName, description, createdAt: time },
  'Give a project with a name.',
);

export const projectChanges = v.object(
  {
    name: v.optional(name),
    clientName: v.optional(clientName),
    description: v.optional(description),
    isArchived: v.optional(flag),
  },
  'Give the changes as an object.',
);
