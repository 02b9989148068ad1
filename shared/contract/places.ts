import { z } from 'zod';
import { FILE_SYSTEMS, FILES_ON_MEDIUM } from '../vocabulary/exchange-words.ts';
import { ACCOUNT_ROLES } from '../vocabulary/words.ts';
import { fileName, id, procedure, shortText } from './base.ts';

/** An absolute path of a folder of this PC, as `places` tells it or as it was typed. */
export const folderPath = z.string().trim().min(1).max(1000);

const fileOnMedium = z.object({
  /** Below the place; with the folder of its office where it lies in one, parted by `/`. */
  fileName: z.string(),
  bytes: z.int(),
  /** Read from the name; null where the name does not tell it. */
  sequence: z.int().nullable(),
  known: z.enum(FILES_ON_MEDIUM),
  /** Whom it was sealed for, of ours; who sent it, of a received one. */
  party: id.nullable(),
});

const place = z.object({
  path: z.string(),
  /** The medium's own name, else the last part of the path. */
  label: z.string(),
  /** Can be pulled out; null: the system does not tell. */
  removable: z.boolean().nullable(),
  freeBytes: z.int(),
  totalBytes: z.int(),
  fileSystem: z.enum(FILE_SYSTEMS).nullable(),
  /** Bytes of the largest file that it takes: 4 GiB − 1 on FAT; null: no limit that matters. */
  largestFile: z.int().nullable(),
  writable: z.boolean(),
  /** Bundle files that lie there, the first of them. */
  bundles: z.array(fileOnMedium),
});

const sealed = z.object({
  recipient: id,
  sequence: z.int().min(1),
  /** The current one unless given. */
  epoch: z.int().min(1).optional(),
});

export const places = {
  /** Drives and folders to write to, those that can be pulled out first; a folder by its path where one is named. */
  places: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ folder: folderPath.optional() }).default({}))
    .output(z.array(place)),
  /**
   * Writes sealed bundles to a medium: under a temporary name, flushed, renamed, read back, compared. When it
   * answers, the medium can be taken out. A bundle counts as written as soon as it is.
   */
  writeBundle: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(
      z.object({
        bundles: z.array(sealed).min(1).max(500),
        place: folderPath,
        /** The medium's number in the office's register of media. */
        medium: shortText.optional(),
        /** Each into a folder named by its recipient's code. */
        folderPerOffice: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        safeToRemove: z.literal(true),
        files: z.array(
          z.object({ recipient: id, sequence: z.int(), path: z.string(), fileName, bytes: z.int() }),
        ),
      }),
    ),
  /** The own public keys as a file on a medium, with what was signed about them for parties that have not heard. */
  writeKeys: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ place: folderPath }))
    .output(z.object({ safeToRemove: z.literal(true), fingerprint: z.string(), files: z.array(z.string()) })),
  /** Deletes from a medium what is `older` or `unfinished` there; nothing when one of the files is anything else. */
  clearPlace: procedure
    .meta({ who: ACCOUNT_ROLES })
    .input(z.object({ place: folderPath, files: z.array(z.string().min(1).max(300)).min(1).max(500) }))
    .output(z.object({ cleared: z.int() })),
};
