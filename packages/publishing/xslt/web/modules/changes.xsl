<?xml version="1.0" encoding="UTF-8"?>
<!-- What has changed since the release before: a list of errata, document by document. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="c:changes-page" mode="added">
    <xsl:variable name="changed" select="c:changed[@kind eq 'changed']"/>
    <h1><xsl:value-of select="@label"/></h1>
    <p class="changes-count">
      <xsl:value-of select="f:changes-in-words(.)"/>
    </p>
    <xsl:if test="$changed or c:part">
      <section class="errata" aria-labelledby="errata">
        <h2 id="errata">Errata</h2>
        <xsl:apply-templates select="$changed" mode="added"/>
        <xsl:for-each select="c:part">
          <section>
            <h3><a href="{$root}{(@slug || '/')[. ne '/']}index.html"><xsl:value-of select="@label"/></a></h3>
            <xsl:call-template name="errata"/>
          </section>
        </xsl:for-each>
      </section>
    </xsl:if>
    <xsl:for-each select="'added', 'removed', 'encoding'">
      <xsl:variable name="kind" select="."/>
      <xsl:for-each select="$model/c:changes-page[c:changed/@kind = $kind]">
        <section class="errata" aria-labelledby="{$kind}">
          <h2 id="{$kind}"><xsl:value-of select="map{'added': 'New documents', 'removed': 'Documents that were withdrawn', 'encoding': 'Encoded otherwise'}($kind)"/></h2>
          <xsl:if test="$kind eq 'encoding'"><p class="changes-count">These read as they did. What differs is in their encoding.</p></xsl:if>
          <ol class="toc" role="list">
            <xsl:for-each select="c:changed[@kind eq $kind]">
              <li>
                <span class="fig"><xsl:value-of select="@figure"/></span>
                <a href="{$root}letters/{@id}/index.html"><xsl:call-template name="listed-title"/></a>
                <span class="date"><xsl:value-of select="@date"/></span>
              </li>
            </xsl:for-each>
          </ol>
        </section>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:changed" mode="added">
    <section>
      <h3>
        <a href="{$root}letters/{@id}/index.html">
          <xsl:value-of select="('No. ' || @figure || '. ')[current()/@figure ne '']"/>
          <xsl:call-template name="listed-title"/>
          <xsl:value-of select="(', ' || @date)[current()/@date ne '']"/>
        </a>
      </h3>
      <xsl:call-template name="errata"/>
    </section>
  </xsl:template>

  <!-- “For … read …”, as errata have been printed always; what was not there, or is no more, has its own words. -->
  <xsl:template name="errata">
    <ul role="list">
      <xsl:for-each select="c:erratum">
        <li>
          <span class="where"><xsl:value-of select="upper-case(substring(@where, 1, 1)) || substring(@where, 2)"/></span>
          <xsl:choose>
            <xsl:when test="c:was eq ''"><span><i>Added</i><xsl:text> </xsl:text><ins><xsl:value-of select="c:is"/></ins></span></xsl:when>
            <xsl:when test="c:is eq ''"><span><i>Left out</i><xsl:text> </xsl:text><del><xsl:value-of select="c:was"/></del></span></xsl:when>
            <xsl:otherwise><span><i>for</i><xsl:text> </xsl:text><del><xsl:value-of select="c:was"/></del><xsl:text> </xsl:text><i>read</i><xsl:text> </xsl:text><ins><xsl:value-of select="c:is"/></ins></span></xsl:otherwise>
          </xsl:choose>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:function name="f:changes-in-words" as="xs:string">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="told" as="xs:string*">
      <xsl:for-each select="'changed', 'added', 'removed', 'encoding'">
        <xsl:variable name="count" select="count($page/c:changed[@kind eq current()])"/>
        <xsl:if test="$count gt 0">
          <xsl:sequence select="f:count($count, 'document') || ' ' || (
            if (. eq 'changed') then ('reads', 'read')[if ($count eq 1) then 1 else 2] || ' otherwise'
            else if (. eq 'added') then ('is', 'are')[if ($count eq 1) then 1 else 2] || ' new'
            else if (. eq 'removed') then ('was', 'were')[if ($count eq 1) then 1 else 2] || ' withdrawn'
            else ('is', 'are')[if ($count eq 1) then 1 else 2] || ' encoded otherwise')"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="
      if (exists($told)) then string-join($told, ', ') || '.'
      else if ($page/c:part) then 'The documents stand as they did.'
      else 'Nothing has changed.'"/>
  </xsl:function>
</xsl:stylesheet>
