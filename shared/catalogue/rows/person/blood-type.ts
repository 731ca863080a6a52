/** Blood groups, with the Rh factor where it was tested. */
import { formItem, listing } from '../listing.ts';

export const bloodTypeRows = listing({ source: formItem('31') }, [
  ['A', 'A'],
  ['B', 'B'],
  ['AB', 'AB'],
  ['O', 'O'],
  ['A-duong', 'A, Rh dương (A+)'],
  ['A-am', 'A, Rh âm (A−)'],
  ['B-duong', 'B, Rh dương (B+)'],
  ['B-am', 'B, Rh âm (B−)'],
  ['AB-duong', 'AB, Rh dương (AB+)'],
  ['AB-am', 'AB, Rh âm (AB−)'],
  ['O-duong', 'O, Rh dương (O+)'],
  ['O-am', 'O, Rh âm (O−)'],
  ['khong-ro', 'Không rõ', ['Chưa xác định', 'Chưa biết']],
]);
