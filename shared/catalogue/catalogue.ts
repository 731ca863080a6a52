/** Code lists as dated rows with their source. The rows themselves are data files beside this one. */

/** Each list with its official name, in the order in which they are shown. */
export const catalogueLabels = {
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  province: 'Tỉnh, thành phố',
  familyOrigin: 'Thành phần gia đình xuất thân',
  policyGroup: 'Đối tượng chính sách',
  kinship: 'Quan hệ gia đình',
  bloodType: 'Nhóm máu',
  healthState: 'Tình trạng sức khỏe',
  education: 'Trình độ chuyên môn',
  academicTitle: 'Học hàm',
  trainingForm: 'Hình thức đào tạo',
  politicalTheory: 'Lý luận chính trị',
  stateManagement: 'Quản lý nhà nước',
  defenceTraining: 'Kiến thức quốc phòng, an ninh',
  informationTechnology: 'Tin học',
  language: 'Ngoại ngữ, tiếng dân tộc',
  languageLevel: 'Trình độ ngoại ngữ',
  category: 'Đối tượng quản lý',
  rank: 'Ngạch, chức danh nghề nghiệp',
  position: 'Chức vụ, chức danh',
  partyPosition: 'Chức vụ Đảng',
  jobPosition: 'Vị trí việc làm',
  contractKind: 'Loại hợp đồng',
  appointmentKind: 'Hình thức bổ nhiệm, thôi giữ chức vụ',
  movementKind: 'Điều động, luân chuyển, biệt phái',
  retirementKind: 'Hình thức nghỉ hưu',
  employmentStatus: 'Tình trạng công tác',
  fundingSource: 'Nguồn kinh phí',
  organisation: 'Tổ chức chính trị - xã hội',
  militaryRank: 'Quân hàm, cấp bậc hàm',
  allowanceKind: 'Loại phụ cấp',
  evaluationGrade: 'Xếp loại chất lượng',
  emulationTitle: 'Danh hiệu thi đua',
  reward: 'Hình thức khen thưởng',
  stateHonour: 'Danh hiệu nhà nước phong tặng',
  discipline: 'Hình thức kỷ luật',
} as const;
export type CatalogueName = keyof typeof catalogueLabels;

// The keys of the table above, which has no others.
export const catalogueNames = Object.keys(catalogueLabels) as [CatalogueName, ...CatalogueName[]];

export interface CatalogueRow {
  readonly code: string;
  readonly label: string;
  /** Other spellings that offices write; folded when compared. */
  readonly aliases?: readonly string[];
  /** First day on which the row may be chosen; absent: as far back as anybody's career goes. */
  readonly validFrom?: string;
  /** Last day; a row that ended keeps its meaning for what was written while it stood. */
  readonly validTo?: string;
  /** The code that took its place. */
  readonly successor?: string;
  /** Document and article. */
  readonly source: string;
  /** Marked in the sources as not verified: stays editable data. */
  readonly unverified?: boolean;
}

/** A rank or professional title: its pay group names the row of the pay table. */
export interface RankRow extends CatalogueRow {
  readonly payGroup: string;
  /** Groups that some holders are paid by instead, e.g. a `Cán sự` trained at intermediate level. */
  readonly otherPayGroups?: readonly string[];
}

/** A position of leadership, with the coefficient of its allowance where a decree names one. */
export interface PositionRow extends CatalogueRow {
  readonly allowance?: {
    readonly coefficient: number;
    readonly validFrom: string;
    readonly source: string;
  };
}

/** A job position: the grades (bậc nghề nghiệp, 1 to 5) that it spans, where it has any. */
export interface JobPositionRow extends CatalogueRow {
  readonly kind: 'management' | 'professional' | 'support';
  readonly grades?: readonly [lowest: number, highest: number];
}

/** An allowance: a coefficient of the base salary or a percentage; its levels where they are fixed. */
export interface AllowanceKindRow extends CatalogueRow {
  readonly form: 'coefficient' | 'percent';
  readonly levels?: readonly number[];
}

/** A relative, on the person's own side (mục 36.1) or on that of wife or husband (mục 36.2). */
export interface KinshipRow extends CatalogueRow {
  readonly side: 'own' | 'spouse';
}

export interface RewardRow extends CatalogueRow {
  readonly group: 'order' | 'medal' | 'commemoration' | 'certificate' | 'citation';
}

/** A form of discipline, by the law that knows it. */
export interface DisciplineRow extends CatalogueRow {
  readonly target: 'administrative' | 'contract' | 'retired' | 'party';
}

/** Whether an act gives a position or ends the holding of one. */
export interface AppointmentKindRow extends CatalogueRow {
  readonly effect: 'gives' | 'ends';
}

/** `left`: the unit's management of the dossier ends. */
export interface EmploymentStatusRow extends CatalogueRow {
  readonly standing: 'working' | 'away' | 'left';
}
