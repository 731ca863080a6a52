/**
 * What a dossier says about a person. Sections follow the "Sơ yếu lý lịch" of Thông tư 06/2023/TT-BNV
 * (item numbers in fields.ts). Scalars lie in sections; repeated rows are maps keyed by stable item ids,
 * so that a change is a JSON Merge Patch and two changes meet only where they touch the same path.
 */
import { z } from 'zod';
import { civilDateSchema, partialDateSchema } from '../calendar/partial-date.ts';

const text = (max: number) => z.string().min(1).max(max);

export const genders = { male: 'Nam', female: 'Nữ' } as const;
export type Gender = keyof typeof genders;

/** Số định danh cá nhân: 12 digits (Luật Căn cước 2023, Điều 12). */
export const identityNumberPattern = /^\d{12}$/;
export const identityNumberSchema = z
  .string()
  .regex(identityNumberPattern, 'Số định danh phải có 12 chữ số');

/** Kept apart so that rows may be added without touching their neighbours. */
export const languageSchema = z.strictObject({
  language: text(60),
  level: text(60).optional(),
  certificate: text(120).optional(),
});

/** Id of a row in a repeated section: no dots, so that a path has one meaning. */
const itemIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'Mã dòng không hợp lệ');

export const dossierContentSchema = z.strictObject({
  identity: z.strictObject({
    fullName: text(120),
    otherName: text(120).optional(),
    gender: z.enum(['male', 'female']),
    birthDate: partialDateSchema,
    birthPlace: text(300).optional(),
    homeTown: text(300).optional(),
    ethnicity: text(20).optional(),
    identityNumber: identityNumberSchema,
    identityIssuedOn: civilDateSchema.optional(),
    socialInsuranceNumber: z
      .string()
      .regex(/^\d{10}$/, 'Số BHXH phải có 10 chữ số')
      .optional(),
  }),
  belief: z.strictObject({ religion: text(20).optional() }).optional(),
  contact: z
    .strictObject({
      phone: z
        .string()
        .regex(/^[+\d][\d .-]{7,18}$/, 'Số điện thoại không hợp lệ')
        .optional(),
      email: z.email('Địa chỉ thư điện tử không hợp lệ').optional(),
      residence: text(300).optional(),
    })
    .optional(),
  party: z
    .strictObject({
      member: z.boolean().optional(),
      joinedOn: partialDateSchema.optional(),
      officialOn: partialDateSchema.optional(),
    })
    .optional(),
  employment: z
    .strictObject({
      category: text(20).optional(),
      position: text(200).optional(),
      positionSince: partialDateSchema.optional(),
      mainTask: text(300).optional(),
      firstRecruitedOn: partialDateSchema.optional(),
      recruitedBy: text(200).optional(),
      joinedUnitOn: partialDateSchema.optional(),
    })
    .optional(),
  pay: z
    .strictObject({
      rankCode: text(20).optional(),
      rankSince: partialDateSchema.optional(),
      step: z.int().min(1).max(16).optional(),
      coefficient: z.number().min(0).max(15).multipleOf(0.01).optional(),
      stepSince: partialDateSchema.optional(),
      beyondScalePercent: z.int().min(0).max(100).optional(),
    })
    .optional(),
  education: z
    .strictObject({
      general: text(20).optional(),
      highest: text(40).optional(),
      major: text(200).optional(),
      politicalTheory: text(40).optional(),
      informationTechnology: text(60).optional(),
    })
    .optional(),
  languages: z.record(itemIdSchema, languageSchema).optional(),
  note: z.strictObject({ text: text(2000).optional() }).optional(),
});

export type DossierContent = Readonly<z.infer<typeof dossierContentSchema>>;
export type SectionName = keyof DossierContent;
export type Language = Readonly<z.infer<typeof languageSchema>>;
