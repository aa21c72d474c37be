<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is the same on the pages of all documents, written out once as the text of HTML: SaxonJS takes longer for an element than
  for all of this text. A page that is made by itself, or by a stylesheet of the edition's own, makes it anew.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  exclude-result-prefixes="#all">

  <xsl:param name="kept" as="map(xs:string, xs:string)" select="map{}"/>

  <!-- By the names of what is kept: of the views by which of them it is, and whether there is a facsimile. -->
  <xsl:template name="all-kept" as="map(xs:string, xs:string)">
    <xsl:variable name="links" as="element()*"><xsl:call-template name="links-made"/></xsl:variable>
    <xsl:variable name="banner" as="element()*"><xsl:call-template name="banner-made"/></xsl:variable>
    <xsl:variable name="foot" as="element()*"><xsl:call-template name="foot-made"/></xsl:variable>
    <xsl:variable name="signs" as="element()*"><xsl:call-template name="copy-signs-made"/></xsl:variable>
    <xsl:map>
      <xsl:map-entry key="'links'" select="f:written($links)"/>
      <xsl:map-entry key="'banner'" select="f:written($banner)"/>
      <xsl:map-entry key="'foot'" select="f:written($foot)"/>
      <xsl:map-entry key="'copy-signs'" select="f:written($signs)"/>
      <xsl:for-each select="'document', 'diplomatic'">
        <xsl:variable name="view" select="."/>
        <xsl:for-each select="true(), false()">
          <xsl:variable name="views" as="element()*">
            <xsl:call-template name="views-made">
              <xsl:with-param name="view" select="$view"/>
              <xsl:with-param name="facsimile" select="."/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:map-entry key="f:views-kept($view, .)" select="f:written($views)"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:template>

  <xsl:function name="f:views-kept" as="xs:string">
    <xsl:param name="view" as="xs:string"/>
    <xsl:param name="facsimile" as="xs:boolean"/>
    <xsl:sequence select="'views ' || $view || ' ' || $facsimile"/>
  </xsl:function>

  <!-- As the output of the page is written (frame.xsl). -->
  <xsl:function name="f:written" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="serialize($elements, map{'method': 'html', 'html-version': 5.0, 'indent': false(), 'include-content-type': false()})"/>
  </xsl:function>

  <xsl:template name="links">
    <xsl:choose>
      <xsl:when test="exists($kept?links)"><xsl:value-of select="$kept?links" disable-output-escaping="yes"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="links-made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="banner">
    <xsl:choose>
      <xsl:when test="exists($kept?banner)"><xsl:value-of select="$kept?banner" disable-output-escaping="yes"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="banner-made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="foot">
    <xsl:choose>
      <xsl:when test="exists($kept?foot)"><xsl:value-of select="$kept?foot" disable-output-escaping="yes"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="foot-made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="copy-signs">
    <xsl:choose>
      <xsl:when test="exists($kept?copy-signs)"><xsl:value-of select="$kept?copy-signs" disable-output-escaping="yes"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="copy-signs-made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
