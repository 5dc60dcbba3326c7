/*
 * Opens a file as most Windows programs do: while it is open, nobody may write, rename
 * or remove it. Says so and waits for a line.
 *
 *   x86_64-w64-mingw32-gcc -municode -o hold.exe hold.c
 */
#include <windows.h>
#include <stdio.h>

int wmain(int n, wchar_t **arg)
{
	HANDLE file = INVALID_HANDLE_VALUE;
	if (n == 2)
		file = CreateFileW(arg[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	if (file == INVALID_HANDLE_VALUE) {
		printf("error %lu\n", GetLastError());
		return 1;
	}
	puts("held");
	fflush(stdout);
	getchar();
	return 0;
}
