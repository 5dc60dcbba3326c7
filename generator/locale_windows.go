package main

import "golang.org/x/sys/windows"

// preferred are the languages of the user's interface, the first one first:
// Windows sets no locale in the environment.
func preferred() []string {
	list, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil {
		return nil // then nothing is known
	}
	return list
}
