/** The words of `hoso keys`. */
import type { Command } from 'commander';
import { listKeys, rotateServerKey, rotateUnitKeys, sealUnits, type UnitChoice } from './keys.ts';

type Add = (name: string, description: string) => Command;
type Options = UnitChoice & { readonly data: string };

const unit = ['--unit <mã>', 'một đơn vị'] as const;
const all = ['--all', 'mọi đơn vị'] as const;

/** @param add makes a command below `keys` that has `--data` */
export function addKeysCommands(add: Add): void {
  add('list', 'liệt kê khóa máy chủ và khóa đơn vị').action(({ data }: Options) => listKeys(data));
  add('rotate', 'tạo khóa mới cho đơn vị và mã hóa lại mục nhạy cảm (máy chủ phải dừng)')
    .option(...unit)
    .option(...all)
    .action(({ data, ...choice }: Options) => rotateUnitKeys(data, choice));
  add('seal', 'mã hóa những gì còn để rõ hoặc còn dùng khóa cũ (máy chủ phải dừng)')
    .option(...unit)
    .option(...all)
    .action(({ data, ...choice }: Options) => sealUnits(data, choice));
  add(
    'rotate-server',
    'đổi khóa máy chủ, bọc lại khóa đơn vị và khóa gói USB (máy chủ phải dừng)',
  ).action(({ data }: Options) => rotateServerKey(data));
}
