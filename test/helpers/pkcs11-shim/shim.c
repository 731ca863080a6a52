/*
 * A PKCS#11 module for tests: SoftHSM with the faults of real tokens, which SoftHSM never shows.
 * It shows that our code maps these return codes; how a vendor's token behaves it cannot show.
 *
 * Environment:
 *   P11_SHIM_TARGET       the real module
 *   P11_SHIM_TRIES        a file that counts wrong PINs over processes; the third one locks
 *   P11_SHIM_PULL         login | sign: the token is pulled out right after / before that call
 *   P11_SHIM_PULL_CODE    the CK_RV a pulled-out token answers with (decimal)
 *   P11_SHIM_LOGIN_CODE   C_Login answers with this CK_RV (decimal)
 *   P11_SHIM_HANG=1       C_Sign never comes back
 *   P11_SHIM_CRASH=1      C_Sign brings the process down
 */
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pkcs11.h"

static const int most_tries = 3;
static CK_FUNCTION_LIST *real, list;
static int pulled;

static CK_RV code_from(const char *name, CK_RV fallback) {
  const char *text = getenv(name);
  return text ? strtoul(text, NULL, 10) : fallback;
}

static int is(const char *name, const char *value) {
  const char *text = getenv(name);
  return text && strcmp(text, value) == 0;
}

static CK_RV pulled_code(void) { return code_from("P11_SHIM_PULL_CODE", CKR_DEVICE_REMOVED); }

static int wrong_tries(void) {
  const char *path = getenv("P11_SHIM_TRIES");
  FILE *file = path ? fopen(path, "r") : NULL;
  int tries = 0;
  if (file) {
    if (fscanf(file, "%d", &tries) != 1) tries = 0;
    fclose(file);
  }
  return tries;
}

static void keep_wrong_tries(int tries) {
  const char *path = getenv("P11_SHIM_TRIES");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (file) {
    fprintf(file, "%d", tries);
    fclose(file);
  }
}

static CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin, CK_ULONG length) {
  CK_RV forced = code_from("P11_SHIM_LOGIN_CODE", CKR_OK);
  if (forced != CKR_OK) return forced;
  if (wrong_tries() >= most_tries) return CKR_PIN_LOCKED;
  CK_RV answer = real->C_Login(session, user, pin, length);
  if (answer == CKR_PIN_INCORRECT) keep_wrong_tries(wrong_tries() + 1);
  if (answer == CKR_OK) keep_wrong_tries(0);
  if (is("P11_SHIM_PULL", "login")) pulled = 1;
  return answer;
}

static CK_RV token_info(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
  if (pulled) return pulled_code();
  CK_RV answer = real->C_GetTokenInfo(slot, info);
  int tries = wrong_tries();
  if (answer != CKR_OK) return answer;
  if (tries > 0) info->flags |= CKF_USER_PIN_COUNT_LOW;
  if (tries == most_tries - 1) info->flags |= CKF_USER_PIN_FINAL_TRY;
  if (tries >= most_tries) info->flags |= CKF_USER_PIN_LOCKED;
  return answer;
}

static CK_RV find_init(CK_SESSION_HANDLE session, CK_ATTRIBUTE_PTR wanted, CK_ULONG count) {
  return pulled ? pulled_code() : real->C_FindObjectsInit(session, wanted, count);
}

static CK_RV sign_init(CK_SESSION_HANDLE session, CK_MECHANISM_PTR mechanism, CK_OBJECT_HANDLE key) {
  return pulled ? pulled_code() : real->C_SignInit(session, mechanism, key);
}

static CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE_PTR data, CK_ULONG length, CK_BYTE_PTR out, CK_ULONG_PTR room) {
  if (is("P11_SHIM_HANG", "1"))
    for (;;) sleep(1000);
  if (is("P11_SHIM_CRASH", "1")) raise(SIGSEGV);
  if (is("P11_SHIM_PULL", "sign")) pulled = 1;
  return pulled ? pulled_code() : real->C_Sign(session, data, length, out, room);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR out) {
  if (!real) {
    const char *target = getenv("P11_SHIM_TARGET");
    void *module = target ? dlopen(target, RTLD_NOW | RTLD_LOCAL) : NULL;
    if (!module) return CKR_GENERAL_ERROR;
    CK_C_GetFunctionList get = (CK_C_GetFunctionList)dlsym(module, "C_GetFunctionList");
    if (!get || get(&real) != CKR_OK) return CKR_GENERAL_ERROR;
    memcpy(&list, real, sizeof list);
    list.C_GetFunctionList = C_GetFunctionList;
    list.C_Login = login;
    list.C_GetTokenInfo = token_info;
    list.C_FindObjectsInit = find_init;
    list.C_SignInit = sign_init;
    list.C_Sign = sign;
  }
  *out = &list;
  return CKR_OK;
}
