/** An instant for a person at the server's console: dd/mm/yyyy hh:mm in Viet Nam. */
const format = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

export const vietnamTime = (atUtc: string): string => format.format(new Date(atUtc));
