/** Between two places of an even grid, what lies between the values there. */
export function between(grid: ArrayLike<number>, values: ArrayLike<number>, x: number): number {
  const last = grid.length - 1;
  const place = ((x - grid[0]!) / (grid[last]! - grid[0]!)) * last;
  const left = Math.max(0, Math.min(last - 1, Math.floor(place)));
  return values[left]! + (place - left) * (values[left + 1]! - values[left]!);
}
