/*
 * bcryptprimitives.dll for a Wine that has none. A Go program asks it for random bytes
 * before main; Windows has it since Windows 8, Wine since 8.3, Debian 12 has Wine 8.0.
 * This file gives the one function that Go calls, from what every Windows has.
 *
 *   x86_64-w64-mingw32-gcc -shared -o bcryptprimitives.dll bcryptprimitives.c -ladvapi32
 *
 * It belongs into drive_c/windows/system32 of the prefix; TestWine compiles it and puts
 * it there.
 */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG n); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T n)
{
	while (n > 0) {
		ULONG part = n < 1 << 20 ? (ULONG)n : 1 << 20;
		if (!SystemFunction036(bytes, part))
			return FALSE;
		bytes += part;
		n -= part;
	}
	return TRUE;
}
